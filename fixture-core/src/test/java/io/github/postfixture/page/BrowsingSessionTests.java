package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.net.outgoing.LimitedBody;
import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsingSessionTests {

    private PageServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = PageServer.plain();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Nested
    class Headers {

        @Test
        void areSentWithEveryRequest() {
            server.html("/", "<a href=/seen>on</a>").headers("/seen");

            Page page = Page.session()
                    .withHeader("Accept-Language", "en")
                    .withHeader("accept-language", "de")
                    .withHeader("Accept", "text/plain")
                    .open(server.uri("/"))
                    .link("on")
                    .follow();

            assertThat(page.body().lines()).contains("Accept-language: de", "Accept: text/plain");
        }

        @Test
        void mayBringACookieAlong() {
            server.answer("/", 200, "", "Set-Cookie", "kept=1").headers("/seen");

            Page page = Page.session()
                    .withHeader("Cookie", "own=2")
                    .open(server.uri("/"))
                    .open("/seen");

            assertThat(page.body().lines()).contains("Cookie: own=2; kept=1");
        }

        @ParameterizedTest
        @CsvSource({"a b, x", "Host, example.org", "X-A, 'x\ny'"})
        void areRefusedIfTheyCannotBeSent(String name, String value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Page.session().withHeader(name, value))
                    .withMessageStartingWith("header (" + name + ") must be one that a page may set: ");
        }
    }

    @Nested
    class MetaRefresh {

        @ParameterizedTest
        @ValueSource(strings = {"0;url=/to", "5; URL='/to'", "0; /to", "3,url=\"/to\"", ".5 /to", " 0 ;url = '/to' x"})
        void isFollowedIfAskedTo(String content) {
            server.html("/from", "<meta http-equiv=Refresh content=\"" + content.replace("\"", "&quot;") + "\">")
                    .html("/to", "<h1>There</h1>");

            Page there = Page.session().followingMetaRefresh().open(server.uri("/from"));

            assertThat(there).text("h1").isEqualTo("There");
            assertThat(there).redirects().containsExactly(new Redirect(200, server.uri("/from"), server.uri("/to")));
            assertThat(Page.open(server.uri("/from"))).uri().isEqualTo(server.uri("/from"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/to", "/to#other"})
        void hasItsOwnFragment(String to) {
            server.html("/from", "<meta http-equiv=refresh content='0;url=" + to + "'>")
                    .html("/to", "");

            assertThat(Page.session().followingMetaRefresh().open(server.uri("/from#terms")))
                    .uri()
                    .isEqualTo(server.uri(to));
        }

        @Test
        @Timeout(60)
        void isReadAtAnyLength() {
            String content = "0;" + " ".repeat(1_000_000) + "\u00a0";
            server.html("/from", "<meta http-equiv=refresh content='" + content + "'>");

            assertThat(Page.session().followingMetaRefresh().open(server.uri("/from")))
                    .isNotNull();
        }

        @Test
        void isFollowedFromAHeader() {
            server.answer("/from", 200, "", "Refresh", "0; url=to").html("/to", "");

            assertThat(Page.session().followingMetaRefresh().open(server.uri("/from")))
                    .uri()
                    .hasPath("/to");
        }

        @ParameterizedTest
        @ValueSource(strings = {"30", "0; url=/from", "0; url=/from#x", "nonsense", "", "0/to", ";url=/to"})
        void isIgnoredIfItLeadsNowhereElse(String content) {
            server.html("/from", "<meta http-equiv=refresh content='" + content + "'>");

            assertThat(Page.session().followingMetaRefresh().open(server.uri("/from")))
                    .redirects()
                    .isEmpty();
        }
    }

    @Nested
    class Trust {

        @Test
        void mayBeGivenToAnotherAuthority() throws Exception {
            try (PageServer https =
                    PageServer.encrypted(CertificateAuthority.ofThisJvm().serverContext())) {
                https.html("/", "");
                SSLContext nobody = SSLContext.getInstance("TLS");
                nobody.init(null, null, null);

                assertThatExceptionOfType(AssertionError.class)
                        .isThrownBy(() -> Page.session().withSslContext(nobody).open(https.uri("/")))
                        .withMessageStartingWith("Cannot open " + https.uri("/") + ": TLS failed: ");
                assertThat(Page.session()
                                .withSslContext(CertificateAuthority.ofThisJvm().sslContext())
                                .open(https.uri("/")))
                        .hasStatusOk();
            }
        }
    }

    @Nested
    class Deadline {

        @Test
        void endsAfterTheTimeout() {
            CountDownLatch over = new CountDownLatch(1);
            server.handle("/", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                awaitQuietly(over);
                exchange.close();
            });

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() ->
                            Page.session().withTimeout(Duration.ofMillis(50)).open(server.uri("/")))
                    .withMessage("Cannot open " + server.uri("/") + ": no whole answer within 50 ms");
            over.countDown();
        }

        @Test
        void endsWithAnEndlessAnswer() {
            LimitedBody body = new LimitedBody();
            byte[] megabyte = new byte[1 << 20];

            for (int i = 0; i < 65; i++) {
                body.onNext(List.of(ByteBuffer.wrap(megabyte)));
            }

            assertThat(body.getBody().toCompletableFuture())
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .havingCause()
                    .withMessage("the answer is longer than 64 MB");
        }

        @Test
        void mustBePositive() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Page.session().withTimeout(Duration.ZERO))
                    .withMessage("timeout (PT0S) must be positive");
        }

        private void awaitQuietly(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    class Referrers {

        @ParameterizedTest
        @CsvSource({
            "'', https://a/p?q, https://a/x, https://a/p?q",
            "'', https://a:8443/p?q, https://a/x, https://a:8443/",
            "'', https://u:p@a/p#f, http://a/x, ''",
            "'', http://a, http://a/x, http://a/",
            "no-referrer, https://a/p, https://a/x, ''",
            "same-origin, https://a/p, https://a/x, https://a/p",
            "same-origin, https://a/p, https://b/x, ''",
            "origin, https://a/p, http://b/x, https://a/",
            "strict-origin, https://a/p, https://b/x, https://a/",
            "strict-origin, https://a/p, http://b/x, ''",
            "origin-when-cross-origin, https://a/p, http://b/x, https://a/",
            "origin-when-cross-origin, https://a/p, https://a/x, https://a/p",
            "no-referrer-when-downgrade, https://a/p, https://b/x, https://a/p",
            "no-referrer-when-downgrade, https://a/p, http://b/x, ''",
            "Unsafe-URL, https://a/p, http://b/x, https://a/p",
        })
        void keepToThePolicy(String policy, URI from, URI to, String referer) {
            assertThat(new Referrer(from, policy)
                            .of(PageRequest.get(to))
                            .headers()
                            .getOrDefault("Referer", ""))
                    .isEqualTo(referer);
        }

        @Test
        void surviveARedirect() {
            server.html("/page", "<a href=/from>on</a>")
                    .redirect("/from", 302, "/to")
                    .headers("/to");

            assertThat(Page.open(server.uri("/page")).link("on").follow().body().lines())
                    .contains("Referer: " + server.uri("/page"));
        }
    }
}
