package io.github.postfixture.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTests {

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
    void leadsBackWithoutARequest() {
        AtomicInteger visits = new AtomicInteger();
        server.handle("/", exchange -> {
            visits.incrementAndGet();
            PageServer.send(exchange, 200, "<a href=/on>on</a>".getBytes(UTF_8));
        });
        Page page = Page.open(server.uri("/"));

        assertThat(page.link("on").follow().back()).isSameAs(page);
        assertThat(visits).hasValue(2);
    }

    @Test
    void beginsWithTheFirstPage() {
        server.html("/", "<title>Home</title>");
        Page page = Page.open(server.uri("/"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(page::back)
                .withMessage("Cannot go back from " + page + ": it was not reached from another page");
    }

    @Test
    void staysWhenAPageIsReloaded() {
        AtomicInteger visits = new AtomicInteger();
        server.html("/", "<form action=/count method=post><input name=a value=b></form>")
                .handle(
                        "/count",
                        exchange -> PageServer.send(
                                exchange,
                                200,
                                (exchange.getRequestMethod() + visits.incrementAndGet()).getBytes(UTF_8)));
        Page home = Page.open(server.uri("/"));

        Page second = home.form().submit().reload();

        assertThat(second.body()).isEqualTo("POST2");
        assertThat(second.back()).isSameAs(home);
    }

    @Test
    void reachesAPlaceWithinThePageWithoutARequest() {
        AtomicInteger visits = new AtomicInteger();
        server.handle("/", exchange -> {
            visits.incrementAndGet();
            PageServer.send(exchange, 200, "<a href=#end>end</a>".getBytes(UTF_8));
        });
        Page page = Page.open(server.uri("/?x=y"));

        Page end = page.link("end").follow();

        assertThat(end).uri().isEqualTo(server.uri("/?x=y#end"));
        assertThat(end.back()).isSameAs(page);
        assertThat(visits).hasValue(1);
    }
}
