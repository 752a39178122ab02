package io.github.postfixture.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BasicAuthTests {

    private PageServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = PageServer.plain();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static final String HEADER = "Authorization: Basic YWxpY2U6c8O2c2U=";

    private final AtomicInteger challenges = new AtomicInteger();

    @Test
    void isGivenWhereItIsAskedFor() {
        guard("/", "Basic realm=x");

        Page page = Page.session().withBasicAuth("alice", "s\u00f6se").open(server.uri("/"));

        assertThat(page.body().lines()).contains(HEADER);
        assertThat(page.open("/again").body().lines()).contains(HEADER);
        assertThat(challenges).hasValue(1);
    }

    @Test
    void isGivenNowhereElse() throws IOException {
        guard("/", "Basic realm=x");
        try (PageServer other = PageServer.plain()) {
            other.headers("/");

            Page page = Page.session().withBasicAuth("alice", "s\u00f6se").open(server.uri("/"));

            assertThat(page.open(other.uri("/").toString()).body()).doesNotContain("Authorization");
        }
    }

    @Test
    void isNotGivenTwice() {
        server.answer("/", 401, "no", "WWW-Authenticate", "Basic realm=x");

        assertThat(Page.session().withBasicAuth("alice", "x").open(server.uri("/")))
                .hasStatus(401);
    }

    @Test
    void isNotGivenToAnotherScheme() {
        guard("/", "Bearer");

        assertThat(Page.session().withBasicAuth("alice", "x").open(server.uri("/")))
                .hasStatus(401);
    }

    @Test
    void mayStandInTheAddress() {
        server.headers("/");
        URI uri = URI.create(server.uri("/").toString().replace("//", "//alice:s%C3%B6se@"));

        Page page = Page.open(uri);

        assertThat(page.body().lines()).contains(HEADER);
        assertThat(page)
                .hasToString("page " + server.uri("/").toString().replace("//", "//***@") + " (200 text/plain)");
    }

    @Test
    void hasNoColonInTheUser() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.session().withBasicAuth("a:b", "c"))
                .withMessage("user (a:b) must not contain a colon");
    }

    private void guard(String path, String challenge) {
        server.handle(path, exchange -> {
            if (exchange.getRequestHeaders().containsKey("Authorization")) {
                String sent = exchange.getRequestHeaders().getFirst("Authorization");
                PageServer.send(exchange, 200, ("Authorization: " + sent).getBytes(UTF_8));
            } else {
                challenges.incrementAndGet();
                PageServer.send(exchange, 401, new byte[0], "WWW-Authenticate", challenge);
            }
        });
    }
}
