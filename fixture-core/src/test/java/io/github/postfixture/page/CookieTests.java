package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieTests {

    @Nested
    class Reading {

        @Test
        void findsEveryAttribute() {
            Cookie cookie =
                    Cookie.parse("a=b=c; Path=/x; DOMAIN=.Example.org; max-age=60; Secure; HttpOnly; SameSite=Lax"
                            + "; Expires=Thu, 01 Jan 1970 00:01:00 GMT");

            assertThat(cookie.name()).isEqualTo("a");
            assertThat(cookie.value()).isEqualTo("b=c");
            assertThat(cookie.path()).contains("/x");
            assertThat(cookie.domain()).contains("example.org");
            assertThat(cookie.maxAge()).contains(Duration.ofMinutes(1));
            assertThat(cookie.expires()).contains(Instant.ofEpochSecond(60));
            assertThat(cookie.sameSite()).contains("Lax");
            assertThat(cookie.isSecure()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a | '' | a",
                    "a= | a | ''",
                    "' a = b ' | a | b",
                    "'' | '' | ''",
                    "=x | '' | x",
                    "a=\"b c\" | a | \"b c\""
                })
        void isLenient(String header, String name, String value) {
            assertThat(Cookie.parse(header)).isEqualTo(new Cookie(name, value, Map.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a=b; Max-Age=soon; Expires=never; Path=x; SameSite", "a=b;;=;Max-Age=;Path"})
        void ignoresAttributesThatMeanNothing(String header) {
            Cookie cookie = Cookie.parse(header);

            assertThat(cookie.maxAge()).isEmpty();
            assertThat(cookie.expires()).isEmpty();
            assertThat(cookie.path()).isEmpty();
            assertThat(cookie.sameSite()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Sun, 06 Nov 1994 08:49:37 GMT",
                    "Sunday, 06-Nov-94 08:49:37 GMT",
                    "Sun Nov  6 08:49:37 1994",
                    "Sun, 06-Nov-1994 08:49:37 GMT"
                })
        void understandsTheDatesOfTheWeb(String date) {
            assertThat(CookieDate.parse(date)).contains(Instant.parse("1994-11-06T08:49:37Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Sun, 31 Feb 1994 08:49:37 GMT", "06 Abc 1994 08:49:37", "06 Nov 1994", "0"})
        void ignoresDatesThatAreNone(String date) {
            assertThat(CookieDate.parse(date)).isEmpty();
        }
    }

    @Nested
    class Keeping {

        private final Instant now = Instant.now();

        private final CookieJar jar = new CookieJar();

        @ParameterizedTest
        @CsvSource({
            "a=1, http://h/d/p, http://h/d/q, a=1",
            "a=1, http://h/d/p, http://h/, ''",
            "a=1; Path=/, http://h/d/p, http://h/, a=1",
            "a=1; Path=/d, http://h/, http://h/d/e, a=1",
            "a=1; Path=/d, http://h/, http://h/dd, ''",
            "a=1, http://h/, http://x.h/, ''",
            "a=1; Domain=h.org, http://h.org/, http://x.h.org/, a=1",
            "a=1; Domain=h.org, http://x.h.org/, http://h.org/, a=1",
            "a=1; Domain=other.org, http://h.org/, http://other.org/, ''",
            "a=1; Domain=0.1, http://127.0.0.1/, http://127.0.0.1/, ''",
            "a=1; Secure, https://h/, http://h/, ''",
            "a=1; Secure, http://h/, https://h/, ''",
            "a=1; Secure, https://h/, https://h:8443/, a=1",
            "__Host-a=1; Secure; Path=/, https://h/, https://h/, __Host-a=1",
            "__Host-a=1; Secure, https://h/x/y, https://h/x/y, ''",
            "__Secure-a=1, https://h/, https://h/, ''",
            "__Host-a=1; Path=/, https://h/, https://h/, ''",
            "__hOST-a=1; Path=/, https://h/, https://h/, ''",
            "__secure-a=1, https://h/, https://h/, ''",
            "__SECURE-a=1; Secure, https://h/, https://h/, __SECURE-a=1",
            "=__Host-a=1, https://h/, https://h/, ''",
            "a=1; Max-Age=0, http://h/, http://h/, ''",
            "a=1; Max-Age=-9999999999999999999, http://h/, http://h/, ''",
            "a=1; Max-Age=9999999999999999999, http://h/, http://h/, a=1",
            "a=1; Max-Age=-999999999999999999, http://h/, http://h/, ''",
            "a=1; Max-Age=999999999999999999, http://h/, http://h/, a=1",
            "'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', http://h/, http://h/, ''",
            "'a=1; Max-Age=9; Expires=Thu, 01 Jan 1970 00:00:00 GMT', http://h/, http://h/, a=1",
            "'a=1,2; Max-Age=60', http://h/, http://h/, 'a=1,2'",
        })
        void givesACookieToThoseItIsFor(String header, URI from, URI to, String sent) {
            jar.keep(from, List.of(header), now);

            assertThat(jar.cookiesFor(to, now).orElse("")).isEqualTo(sent);
        }

        @Test
        void replacesACookieOfTheSameNameAndPath() {
            jar.keep(URI.create("http://h/"), List.of("a=1", "b=2; Path=/x", "a=3"), now);

            assertThat(jar.cookiesFor(URI.create("http://h/x/y"), now)).contains("b=2; a=3");
        }

        @Test
        void removesACookieThatIsOver() {
            jar.keep(URI.create("http://h/"), List.of("a=1", "a=; Max-Age=0"), now);

            assertThat(jar.cookiesFor(URI.create("http://h/"), now)).isEmpty();
        }
    }

    @Nested
    class Assertions {

        private final Cookie cookie = Cookie.parse("id=secret; Path=/; Max-Age=60; SameSite=Lax");

        @Test
        void pass() {
            assertThat(Cookie.parse("id=x; Secure; HttpOnly; SameSite=strict; Domain=a.b; Path=/p; Max-Age=1"))
                    .isSecure()
                    .isHttpOnly()
                    .hasSameSite("Strict")
                    .hasDomain("a.b")
                    .hasPath("/p")
                    .hasMaxAge(Duration.ofSeconds(1))
                    .value()
                    .isEqualTo("x");
            assertThat(Cookie.parse("id=x")).isSessionCookie().hasNoDomain();
        }

        @Test
        void missSecure() {
            assertFails(
                    () -> assertThat(cookie).isSecure(),
                    "Expected cookie id to be Secure but the attributes are max-age=60, path=/, samesite=Lax.");
        }

        @Test
        void missHttpOnly() {
            assertFails(
                    () -> assertThat(cookie).isHttpOnly(),
                    "Expected cookie id to be HttpOnly but the attributes are max-age=60, path=/, samesite=Lax.");
        }

        @Test
        void showSameSite() {
            assertFails(
                    () -> assertThat(cookie).hasSameSite("Strict"),
                    "Expected SameSite of cookie id to be \"Strict\" but was \"Lax\".");
        }

        @Test
        void showThePath() {
            assertFails(
                    () -> assertThat(cookie).hasPath("/x"), "Expected Path of cookie id to be \"/x\" but was \"/\".");
        }

        @Test
        void showTheDomain() {
            assertFails(
                    () -> assertThat(cookie).hasDomain("x"),
                    "Expected Domain of cookie id to be \"x\" but there is none.");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(Cookie.parse("a=b; Domain=x")).hasNoDomain())
                    .withMessage("Expected cookie a without Domain but it has x.\n  cookie a; domain=x");
        }

        @Test
        void showTheMaxAge() {
            assertFails(
                    () -> assertThat(cookie).hasMaxAge(Duration.ofMinutes(2)),
                    "Expected Max-Age of cookie id to be \"120 seconds\" but was \"60 seconds\".");
        }

        @Test
        void showWhatLasts() {
            assertFails(
                    () -> assertThat(cookie).isSessionCookie(),
                    "Expected cookie id to be a session cookie but the attributes are max-age=60, path=/, samesite=Lax.");
        }

        private void assertFails(ThrowingCallable call, String reason) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(call)
                    .withMessage(reason + "\n  cookie id; max-age=60; path=/; samesite=Lax");
        }
    }
}
