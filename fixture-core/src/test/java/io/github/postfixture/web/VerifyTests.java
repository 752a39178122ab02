package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifyTests {

    private final WebServer lenient =
            WebServer.builder().timeout(Duration.ofMillis(20)).start();
    private final WebServer strict = WebServer.builder().strict().copy().start();

    @AfterEach
    void close() {
        lenient.close();
        strict.close();
    }

    @Test
    void findsNothingAtAServerThatWasUsedAsPlanned() {
        strict.serve("/a", Response.ok());
        strict.failNext("/a", HttpFault.status(503));
        Client.get(strict.uri("/a"));
        Client.get(strict.uri("/a"));
        Client.get(strict.uri("/favicon.ico"));

        assertThatCode(strict::verify).doesNotThrowAnyException();
        assertThat(strict.problems()).isEmpty();
    }

    @Test
    void listsWhatNobodyAnsweredAndNobodyUsed() {
        strict.on("GET", "/users/{id}").withQuery("full", "true").answer(Response.ok());
        strict.at("POST", "/pay").times(2, ConnectionFault.reset());
        Client.get(strict.uri("/user/7?full=true"));

        assertThatThrownBy(strict::verify).isInstanceOf(AssertionError.class).hasMessage("""
                        Expected no problem at the web server but there are 3:
                          nobody answers GET /user/7?full=true \u2192 404 (no stub matched); the nearest is GET /users/{id}?full=true, but the request goes to /user/7
                          stub GET /users/{id}?full=true was never used
                          fault #1 (reset) at POST /pay, times(2), never struck""");
    }

    @Test
    void toleratesThemUnlessItIsStrict() {
        lenient.serve("/a", Response.ok());
        Client.get(lenient.uri("/nowhere"));

        assertThatCode(lenient::verify).doesNotThrowAnyException();
        assertThat(lenient.problems())
                .containsExactly(
                        "nobody answers GET /nowhere \u2192 404 (no stub matched)", "stub any /a was never used");
    }

    @Test
    void objectsToAHandlerThatFailedAndAttachesWhatItThrew() {
        AssertionError failure = new AssertionError("no token");
        lenient.serve("/a", request -> {
            throw failure;
        });
        Client.get(lenient.uri("/a"));
        lenient.awaitRequest();

        assertThatThrownBy(lenient::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected no problem at the web server but there is 1:\n"
                        + "  the handler of GET /a failed: java.lang.AssertionError: no token")
                .hasSuppressedException(failure);
        assertThatThrownBy(() -> lenient.awaitRequest("/b")).hasSuppressedException(failure);
    }
}
