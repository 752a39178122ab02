package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.sse.EventStream;
import io.github.postfixture.web.websocket.WebSocketSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever waits for something that ought to come says once, after two seconds, what that is. */
class WaitingTests {

    /** As long as nobody else waits, so that the message of this test can be told from others. */
    private static final Duration TIMEOUT = Duration.ofSeconds(57);

    private final MailServer mail = MailServer.builder().timeout(TIMEOUT).start();
    private final WebServer web = WebServer.builder().timeout(TIMEOUT).start();

    @AfterEach
    void close() {
        mail.close();
        web.close();
    }

    @Test
    void aMail() throws InterruptedException {
        assertThatWaitSays("a mail", mail::awaitMail);
    }

    @Test
    void aMailInAMailbox() throws InterruptedException {
        assertThatWaitSays(
                "2 mails in mailbox a@example.org",
                () -> mail.mailbox("a@example.org").awaitMails(2));
    }

    @Test
    void aClientThatIdles() throws InterruptedException {
        assertThatWaitSays(
                "a client that idles in mailbox a@example.org",
                () -> mail.mailbox("a@example.org").awaitClientIdle());
    }

    @Test
    void aClientThatReads() throws InterruptedException {
        var delivered = mail.mailbox("b@example.org")
                .deliver(InboundMail.from("shop@example.org").subject("Welcome").text("Hello"));

        assertThatWaitSays(
                "a client that reads \"Welcome\" in mailbox b@example.org",
                () -> mail.mailbox("b@example.org").awaitRead(delivered));
    }

    @Test
    void theEndOfASession() throws InterruptedException {
        assertThatWaitSays(
                "the end of every session in mailbox a@example.org",
                () -> assertThat(mail.mailbox("a@example.org").readers()).haveLoggedOut());
    }

    @Test
    void anAttemptToSend() throws InterruptedException {
        assertThatWaitSays(
                "an attempt that is accepted", () -> assertThat(mail.attempts()).succeeded());
    }

    @Test
    void aRequest() throws InterruptedException {
        assertThatWaitSays("a request to /waits", () -> web.awaitRequest("/waits"));
    }

    @Test
    void theArrivalOfARequest() throws InterruptedException {
        assertThatWaitSays("the arrival of a request to /waits", () -> web.awaitArrival("/waits"));
    }

    @Test
    void aWebSocket() throws InterruptedException {
        assertThatWaitSays("a WebSocket to /waits", () -> web.awaitWebSocket("/waits"));
    }

    @Test
    void anEventStream() throws InterruptedException {
        assertThatWaitSays("an event stream to /waits", () -> web.awaitEventStream("/waits"));
    }

    @Test
    void aMessageOnAWebSocket() throws InterruptedException {
        assertThatWaitSays("a message on WebSocket /chat", chat()::awaitMessage);
    }

    @Test
    void theEndOfAWebSocket() throws InterruptedException {
        assertThatWaitSays("the end of WebSocket /chat", chat()::awaitClose);
    }

    @Test
    void theEndOfAnEventStream() throws InterruptedException {
        web.serve("/news", Response.eventStream());
        CompletableFuture<?> reading = HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(web.uri("/news")).build(), BodyHandlers.ofString());
        EventStream news = web.awaitEventStream("/news");

        assertThatWaitSays("the end of event stream /news", news::awaitEnd);
        reading.cancel(true);
    }

    @Test
    void aPage() throws InterruptedException {
        CompletableFuture<Response> never = new CompletableFuture<>();
        web.serve("/never", request -> never.join());

        assertThatWaitSays("the answer of " + web.uri("/never"), "10", () -> web.open("/never"));
        never.complete(Response.noContent());
    }

    private WebSocketSession chat() {
        web.serve("/chat", Response.webSocket());
        URI address = URI.create(web.uri("/chat").toString().replaceFirst("^http", "ws"));
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {})
                .join();
        return web.awaitWebSocket("/chat");
    }

    private static void assertThatWaitSays(String what, Runnable wait) throws InterruptedException {
        assertThatWaitSays(what, "57", wait);
    }

    private static void assertThatWaitSays(String what, String seconds, Runnable wait) throws InterruptedException {
        String expected = "Still waiting for " + what + ", at most " + seconds + " seconds";
        try (Journalist journalist = Journalist.listening()) {
            Thread waiting = new Thread(wait);
            waiting.setUncaughtExceptionHandler((thread, interrupted) -> {});
            waiting.start();
            try {
                assertThat(journalist.await(expected::equals)).isEqualTo(expected);
            } finally {
                waiting.interrupt();
                waiting.join();
            }
        }
    }
}
