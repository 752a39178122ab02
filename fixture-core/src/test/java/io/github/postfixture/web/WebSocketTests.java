package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.RealClient;
import io.github.postfixture.await.Deadline;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.websocket.WebSocketHandler;
import io.github.postfixture.web.websocket.WebSocketMessage;
import io.github.postfixture.web.websocket.WebSocketSession;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WebSocketTests {

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofSeconds(20)).start();
    private final Ear ear = new Ear();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void isPlayedByTheTest() throws Exception {
        web.serve("/chat", Response.webSocket());
        WebSocket socket = ear.open(web.uri("/chat?room=1"));

        WebSocketSession session = web.awaitWebSocket("/chat");
        assertThat(session.request().queryParameter("room")).contains("1");
        session.send("Welcome");
        assertThat(ear.hear()).isEqualTo("Welcome");
        socket.sendText("Thank ", false).join();
        socket.sendText("you", true).join();
        assertThat(session).receives("Thank you");
        session.close(4001, "bye");
        assertThat(ear.hear()).isEqualTo("closed 4001 bye");
        assertThat(session).isClosedWith(4001);
        assertThat(session.isOpen()).isFalse();
        assertThat(session.messages())
                .extracting(WebSocketMessage::toString)
                .startsWith(
                        "/chat?room=1 \u2192 text \"Welcome\"",
                        "/chat?room=1 \u2190 text \"Thank you\"",
                        "/chat?room=1 \u2192 close 4001 \"bye\"");
    }

    @Test
    void isAnExchangeThatChangesProtocolsAndLeavesItsMessagesOnTheTimeline() throws Exception {
        web.serve("/chat", Response.webSocket(WebSocketHandler.echo()));
        ear.open(web.uri("/chat")).sendText("Hello", true).join();
        assertThat(ear.hear()).isEqualTo("Hello");

        assertThat(web.awaitRequest()).hasPath("/chat").hasStatus(101).hasResponseHeader("Upgrade", "websocket");
        assertThat(web.timeline().events())
                .extracting(event -> event.detail().toString())
                .contains("/chat opened", "/chat \u2190 text \"Hello\"", "/chat \u2192 text \"Hello\"");
    }

    @Test
    void echoesTextAndBytesOfAnySizeByHttpsToo() throws Exception {
        web.serve("/echo", Response.webSocket(WebSocketHandler.echo()));
        WebSocket socket = ear.open(web.https().uri("/echo"));
        String large = "\u00fcber ".repeat(50_000);

        socket.sendText(large, true).join();
        assertThat(ear.hear()).isEqualTo(large);
        socket.sendBinary(ByteBuffer.wrap(new byte[] {0, 1, 2}), true).join();
        assertThat(ear.hear()).isEqualTo("3 bytes");
    }

    @Test
    void answersByScriptAndGreetsFirst() throws Exception {
        web.serve("/quiz", Response.webSocket(new WebSocketHandler() {
            @Override
            public void onOpen(WebSocketSession session) {
                session.send("1 + 1?");
            }

            @Override
            public void onMessage(WebSocketSession session, WebSocketMessage message) {
                session.close(message.text().equals("2") ? 1000 : 4000, message.text());
            }
        }));
        WebSocket socket = ear.open(web.uri("/quiz"));

        assertThat(ear.hear()).isEqualTo("1 + 1?");
        socket.sendText("3", true).join();
        assertThat(ear.hear()).isEqualTo("closed 4000 3");
    }

    @Test
    void knowsHowTheClientClosesIt() {
        web.serve("/chat", Response.webSocket());
        WebSocket socket = ear.open(web.uri("/chat"));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();

        assertThat(web.awaitWebSocket("/chat")).isClosedWith(1000, "done");
    }

    @Test
    void knowsThatTheClientHasGone() {
        web.serve("/chat", Response.webSocket());
        ear.open(web.uri("/chat")).abort();

        assertThat(web.awaitWebSocket("/chat")).isClosedWith(1006);
    }

    @Test
    void canBreakOff() throws Exception {
        web.serve("/chat", Response.webSocket());
        ear.open(web.uri("/chat"));
        web.awaitWebSocket("/chat").reset();

        assertThat(ear.hear()).startsWith("failed");
    }

    @Test
    void answersPingsAndSendsSome() throws Exception {
        web.serve("/chat", Response.webSocket());
        WebSocket socket = ear.open(web.uri("/chat"));
        socket.sendPing(ByteBuffer.wrap(new byte[] {7})).join();
        assertThat(ear.hear()).isEqualTo("pong");
        WebSocketSession session = web.awaitWebSocket("/chat");
        session.ping();
        assertThat(ear.hear()).isEqualTo("ping");
        socket.sendText("after", true).join();

        assertThat(session).receives("after");
        assertThat(session.messages())
                .extracting(WebSocketMessage::kind)
                .containsSubsequence("ping", "pong", "ping", "pong", "text");
    }

    @Test
    void agreesOnASubprotocol() {
        web.serve("/chat", Response.webSocket().withHeader("Sec-WebSocket-Protocol", "chat.v2"));

        assertThat(ear.open(web.uri("/chat"), "chat.v2").getSubprotocol()).isEqualTo("chat.v2");
    }

    @Test
    void canBeRefusedLikeAnyRequest() {
        web.serve("/chat", Response.status(403));

        assertThatThrownBy(() -> ear.open(web.uri("/chat")))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void isTheOnlyThingThatIsSpokenThere() {
        web.serve("/chat", Response.webSocket());

        HttpResponse<String> response = Client.get(web.uri("/chat"));
        assertThat(response.statusCode()).isEqualTo(426);
        assertThat(response.headers().firstValue("Upgrade")).contains("websocket");
        assertThat(response.headers().firstValue("Sec-WebSocket-Version")).contains("13");
        assertThat(web.awaitRequest()).hasStatus(426);
    }

    @Test
    void failsTheTestIfTheHandlerFails() throws Exception {
        web.serve(
                "/chat",
                Response.webSocket(
                        (session, message) -> assertThat(message.text()).isEqualTo("expected")));
        ear.open(web.uri("/chat")).sendText("other", true).join();

        assertThat(ear.hear()).isEqualTo("closed 1011 The handler failed");
        assertThatThrownBy(web::verify).isInstanceOf(AssertionError.class).hasMessageContaining("/chat");
    }

    @Test
    void saysGoodbyeWhenTheServerIsClosed() throws Exception {
        web.serve("/chat", Response.webSocket());
        ear.open(web.uri("/chat"));
        web.awaitWebSocket("/chat");
        web.close();

        assertThat(ear.hear()).isEqualTo("closed 1001 ");
    }

    @Nested
    class Failures {

        private final WebServer impatient =
                WebServer.builder().timeout(Duration.ofMillis(50)).start();

        @AfterEach
        void close() {
            impatient.close();
        }

        @Test
        void sayThatNobodyCame() {
            impatient.serve("/chat", Response.webSocket());

            assertThatThrownBy(() -> impatient.awaitWebSocket("/chat"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "Expected a WebSocket to /chat within 50 ms but none came: nobody has asked where");
        }

        @Test
        void sayHowOthersDifferFromTheCriteria() {
            impatient.serve("/chat", Response.webSocket());
            Client.get(impatient.uri("/chat?room=2"));
            ear.open(impatient.uri("/chat?room=1"));
            told("/chat?room=2 ");
            told("/chat?room=1 opened");
            RequestCriteria second = RequestCriteria.path("/chat").and(RequestCriteria.query("room", "2"));

            assertThatThrownBy(() -> impatient.awaitWebSocket(second))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expected a WebSocket to /chat?room=2 within 50 ms but none came; the requests were:
                              GET /chat?room=2 \u2192 426 (stub), 40 bytes, text/plain, but it is not a WebSocket
                              GET /chat?room=1 \u2192 101 (stub), but it has query room=1""");
            assertThat(impatient.awaitWebSocket(RequestCriteria.query("room", "1")))
                    .hasToString("WebSocket /chat?room=1");
        }

        private void told(String part) {
            assertThat(Deadline.waitingFor("an event", Duration.ofSeconds(20))
                            .await(
                                    impatient.timeline(),
                                    () -> impatient.timeline().events().stream()
                                            .filter(event -> event.toString().contains(part))
                                            .findFirst()))
                    .isPresent();
        }

        @Test
        void sayWhatCameInstead() throws Exception {
            web.serve("/chat", Response.webSocket());
            WebSocket socket = ear.open(web.uri("/chat"));
            WebSocketSession session = web.awaitWebSocket("/chat");
            socket.sendText("Hi", true).join();

            assertThatThrownBy(() -> assertThat(session).receives("Hello"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("""
                            Expected the next message to be "Hello" but was "Hi".
                              WebSocket /chat
                            The messages are:
                              /chat \u2190 text "Hi\"""");
        }

        @Test
        void sayThatItWasClosedOtherwise() {
            web.serve("/chat", Response.webSocket());
            ear.open(web.uri("/chat")).sendClose(4000, "tired").join();
            WebSocketSession session = web.awaitWebSocket("/chat");

            assertThatThrownBy(() -> assertThat(session).isClosedWith(1000))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("4000 \"tired\"");
        }

        @Test
        void ofUseAreToldAtOnce() {
            web.serve("/chat", Response.webSocket());
            ear.open(web.uri("/chat"));
            WebSocketSession session = web.awaitWebSocket("/chat");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.close(1006, ""))
                    .withMessage(
                            "code (1006) must be one that can be sent, such as 1000, and reason () have 123 bytes at"
                                    + " most");
        }
    }

    @Test
    @Tag("real-client")
    void speaksWithNodesWs() {
        web.serve("/echo", Response.webSocket(WebSocketHandler.echo()).withHeader("Sec-WebSocket-Protocol", "v1"));
        String script = """
                const WebSocket = require('ws');
                const socket = new WebSocket('%s', 'v1');
                socket.on('open', () => socket.send('x'.repeat(100000)));
                socket.on('message', data => { console.log(data.length, socket.protocol, socket.extensions); socket.close(1000, 'done'); });
                socket.on('close', code => console.log(code));
                """.formatted(web.https().uri("/echo").toString().replaceFirst("^http", "ws"));

        assertThat(RealClient.node(script, "ws").run()).isEqualTo("100000 v1 permessage-deflate\n1000\n");
        assertThat(web.awaitWebSocket("/echo")).isClosedWith(1000, "done");
    }
}
