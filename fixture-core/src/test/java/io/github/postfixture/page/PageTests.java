package io.github.postfixture.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

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
    class Opening {

        @Test
        void givesWhatTheServerAnswered() {
            server.answer("/", 404, "<title>Gone</title>", "Content-Type", "text/html", "X-Seen", "yes");

            Page page = Page.open(server.uri("/"));

            assertThat(page.status()).isEqualTo(404);
            assertThat(page.uri()).isEqualTo(server.uri("/"));
            assertThat(page.header("x-seen")).contains("yes");
            assertThat(page.header("x-unseen")).isEmpty();
            assertThat(page.title()).isEqualTo("Gone");
            assertThat(page.bytes()).isEqualTo("<title>Gone</title>".getBytes(UTF_8));
            assertThat(page).hasToString("page " + server.uri("/") + " (404 text/html \"Gone\")");
        }

        @Test
        void followsALinkFromMarkupToThePage() {
            server.html("/confirm", "<title>Done</title><h1>Address confirmed</h1>");
            Html welcome = Html.of("<a href='" + server.uri("/confirm") + "'>Confirm your address</a>");

            Page confirmed = welcome.link("Confirm your address").follow();

            assertThat(confirmed).hasStatusOk().hasTitle("Done").text("h1").isEqualTo("Address confirmed");
        }

        @Test
        void trustsTheThrowawayAuthority() throws IOException {
            try (PageServer https =
                    PageServer.encrypted(CertificateAuthority.ofThisJvm().serverContext())) {
                https.html("/", "<title>Secret</title>");

                assertThat(Page.open(https.uri("/"))).hasTitle("Secret");
                assertThat(Page.open(https.uri("localhost", "/"))).hasTitle("Secret");
            }
        }

        @Test
        void saysThatTheConnectionWasRefused() throws IOException {
            URI uri = unusedAddress();

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> Page.open(uri))
                    .withMessage("Cannot open " + uri + ": connection refused");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "mailto:alice@example.org | only http and https lead to pages",
                    "/relative | it is relative, and there is no page it is relative to",
                    "http:/// | it names no host",
                    "http://a%20b/ | its host (a%20b) is none that can be asked",
                })
        void saysWhyAnAddressLeadsNowhere(String address, String reason) {
            Link link = Html.of("<a href='" + address + "'>Go</a>").link("Go");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(link::follow)
                    .withMessage("Cannot open " + address + ": " + reason);
        }

        private URI unusedAddress() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
            }
        }
    }

    @Nested
    class Cookies {

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "localhost"})
        void areSentBackOnTheSameWalk(String host) {
            server.answer("/set", 200, "", "Set-Cookie", "a=1", "Set-Cookie", "b=2; Path=/; Max-Age=60; HttpOnly")
                    .echo("/echo");

            Page page = Page.open(server.uri(host, "/set")).open("/echo");

            assertThat(page.body()).contains("a=1").contains("b=2").doesNotContain("$", "\"");
        }

        @Test
        void areNotSharedBetweenWalks() {
            server.answer("/set", 200, "", "Set-Cookie", "a=1").echo("/echo");
            Page.open(server.uri("/set"));

            assertThat(Page.open(server.uri("/echo")).body()).contains("cookies: null");
        }

        @Test
        void countOnEveryHopOfARedirect() {
            server.answer("/login", 302, "", "Set-Cookie", "session=x; Path=/", "Location", "/home")
                    .echo("/home");

            assertThat(Page.open(server.uri("/login")).body()).contains("cookies: [session=x]");
        }

        @Test
        void keepToTheirPath() {
            server.answer("/set", 200, "", "Set-Cookie", "a=1; Path=/inside")
                    .echo("/inside")
                    .echo("/outside");
            Page page = Page.open(server.uri("/set"));

            assertThat(page.open("/inside/x").body()).contains("cookies: [a=1]");
            assertThat(page.open("/outside").body()).contains("cookies: null");
        }

        @Test
        void areDeletedByTheServer() {
            server.answer("/set", 200, "", "Set-Cookie", "a=1; Path=/; Max-Age=60")
                    .answer("/unset", 200, "", "Set-Cookie", "a=; Path=/; Max-Age=0")
                    .echo("/echo");

            assertThat(Page.open(server.uri("/set"))
                            .open("/unset")
                            .open("/echo")
                            .body())
                    .contains("cookies: null");
        }

        @Test
        void thatAreSecureDoNotLeaveInTheClear() throws IOException {
            server.echo("/echo");
            try (PageServer https =
                    PageServer.encrypted(CertificateAuthority.ofThisJvm().serverContext())) {
                https.answer("/set", 200, "", "Set-Cookie", "a=1; Path=/; Secure")
                        .echo("/echo");
                Page page = Page.open(https.uri("/set"));

                assertThat(page.open("/echo").body()).contains("cookies: [a=1]");
                assertThat(page.open(server.uri("/echo").toString()).body()).contains("cookies: null");
            }
        }
    }

    @Nested
    class Text {

        @Test
        void isReadInTheCharsetOfTheContentType() {
            server.answer("/", 200, "gr\u00fcn".getBytes(ISO_8859_1), "Content-Type", "text/plain;charset=iso-8859-1");

            assertThat(Page.open(server.uri("/")).body()).isEqualTo("gr\u00fcn");
        }

        @Test
        void isReadInTheCharsetOfTheMarkup() {
            String markup = "<meta charset=iso-8859-1><p>gr\u00fcn</p>";
            server.answer("/", 200, markup.getBytes(ISO_8859_1), "Content-Type", "text/html");

            Page page = Page.open(server.uri("/"));

            assertThat(page).text("p").isEqualTo("gr\u00fcn");
            assertThat(page.body()).isEqualTo(markup);
        }

        @ParameterizedTest
        @CsvSource({
            "text/html; charset=iso-8859-1, 9320f86e94, \u201c \u00f8n\u201d",
            "text/html; charset=latin1, 80, \u20ac",
            "text/html; charset=us-ascii, 80, \u20ac",
            "text/html; charset=iso-8859-8-i, f9ece5ed, \u05e9\u05dc\u05d5\u05dd",
            "text/html; charset=gb2312, 8740, \u5606",
            "text/plain; charset=iso-8859-9, 80fd, \u20ac\u0131"
        })
        void isReadAsBrowsersReadTheNameOfItsCharset(String contentType, String octets, String text) {
            server.answer("/", 200, HexFormat.of().parseHex(octets), "Content-Type", contentType);

            assertThat(Page.open(server.uri("/")).body()).isEqualTo(text);
        }

        @Test
        void isReadAsBrowsersReadTheCharsetOfTheMarkup() {
            String markup = "<meta http-equiv=Content-Type content='text/html; charset=latin1'><p>\u0093So\u0094</p>";
            server.answer("/", 200, markup.getBytes(ISO_8859_1), "Content-Type", "text/html");

            assertThat(Page.open(server.uri("/"))).text("p").isEqualTo("\u201cSo\u201d");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html", "text/plain", "text/html; charset=nonsense"})
        void isElseReadInUtf8(String contentType) {
            server.answer("/", 200, "gr\u00fcn", "Content-Type", contentType);

            assertThat(Page.open(server.uri("/")).body()).isEqualTo("gr\u00fcn");
        }
    }
}
