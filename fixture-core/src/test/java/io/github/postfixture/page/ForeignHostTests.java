package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where sessions do not lead unless the test says so: to other machines. */
class ForeignHostTests {

    private PageServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = PageServer.plain();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void areNamedWithThePageThatLeadsThere() {
        server.redirect("/", 302, "http://192.0.2.1/pay");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Page.open(server.uri("/")))
                .withMessage("Cannot open http://192.0.2.1/pay: " + refusal("192.0.2.1")
                        + "\nafter these redirects:\n  302 " + server.uri("/") + " → http://192.0.2.1/pay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='http://192.0.2.1/pay'>Pay</a>",
                "<a href='//192.0.2.1/pay'>Pay</a>",
                "<a href='http://127.0.0.1@192.0.2.1/pay'>Pay</a>",
                "<base href='http://192.0.2.1'><a href='/pay'>Pay</a>"
            })
    void areNotReachedByALink(String markup) {
        Page page = Page.open(server.html("/", markup).uri("/"));

        assertIsRefused(() -> page.link("Pay").follow());
    }

    @Test
    void areNotReachedByAForm() {
        Page page = Page.open(server.html("/", "<form method=post action='http://192.0.2.1/pay'></form>")
                .uri("/"));

        assertIsRefused(() -> page.form().submit());
    }

    @Test
    void areNotReachedByARefresh() {
        server.html("/", "<meta http-equiv=refresh content='0; url=http://192.0.2.1/pay'>");

        assertIsRefused(() -> Page.session().followingMetaRefresh().open(server.uri("/")));
    }

    @Test
    void areNotReachedFromMarkup() {
        assertIsRefused(() ->
                Html.of("<a href='http://192.0.2.1/pay'>Pay</a>").link("Pay").follow());
    }

    /** A name below invalid leads nowhere (RFC 6761), which is as far as a test can go without a network. */
    @Test
    void areReachedIfTheTestAllowsThem() {
        server.html("/", "<a href='http://shop.invalid/pay'>Pay</a>");
        Page page = Page.session().allowing("*.invalid").open(server.uri("/"));
        Html markup = Html.of(
                "<a href='http://shop.invalid/pay'>Pay</a>", Page.session().allowing("shop.invalid"));

        assertIsAskedFor(() -> page.link("Pay").follow());
        assertIsAskedFor(() -> markup.link("Pay").follow());
    }

    @Test
    void areReachedIfTheTestNamesThem() {
        Page page = Page.open(server.html("/", "home").uri("/"));

        assertIsAskedFor(() -> Page.open(URI.create("http://shop.invalid/pay")));
        assertIsAskedFor(() -> page.open("http://shop.invalid/pay"));
    }

    @Test
    void areHosts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.session().allowing("http://shop.example"))
                .withMessageStartingWith("host (http://shop.example) must be a name or an address");
    }

    private static void assertIsRefused(ThrowingCallable step) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(step)
                .withMessageStartingWith("Cannot open ")
                .withMessageContaining("192.0.2.1/pay: " + refusal("192.0.2.1"));
    }

    private static void assertIsAskedFor(ThrowingCallable step) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(step)
                .withMessage("Cannot open http://shop.invalid/pay: unknown host");
    }

    private static String refusal(String host) {
        return "nothing leaves this machine unless the test says so: is the address one of a test? To reach %1$s, write allowing(\"%1$s\") on the"
                        .formatted(host)
                + " server's builder or on Page.session(), or allowing = \"%s\" in its annotation".formatted(host);
    }
}
