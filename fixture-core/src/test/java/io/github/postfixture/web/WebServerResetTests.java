package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A web server that begins anew within a test. */
class WebServerResetTests {

    private final WebServer web = WebServer.builder().strict().start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void forgetsStubsAndExchanges() {
        web.serve("/a", Response.text("A"));
        Client.get(web.uri("/a"));

        web.reset();

        assertThat(web.exchanges()).isEmpty();
        assertThat(Client.get(web.uri("/a")).statusCode()).isEqualTo(404);
    }

    @Test
    void waitsForWhatComesAfterwards() {
        web.serve("/a", Response.text("A"));
        Client.get(web.uri("/a?first"));

        web.reset();
        web.serve("/a", Response.text("B"));

        assertThat(Client.get(web.uri("/a?second")).body()).isEqualTo("B");
        assertThat(web.awaitRequest("/a").request().target()).isEqualTo("/a?second");
    }

    @Test
    void forgetsFaultsThatHaveNotStruck() {
        web.failNext("/a", HttpFault.status(503));

        web.reset();
        web.serve("/a", Response.text("A"));

        assertThat(Client.get(web.uri("/a")).body()).isEqualTo("A");
    }
}
