package io.github.postfixture.web.websocket;

import io.github.postfixture.await.Expectation;
import io.github.postfixture.await.Journal;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.WebSocketConnection;
import io.github.postfixture.web.engine.WebSocketEndpoint;
import io.github.postfixture.web.engine.WebSocketFrame;
import io.github.postfixture.web.request.HandlerContext;
import io.github.postfixture.web.request.Request;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that a client has opened, seen from the server. What the client may send in all is bounded as
 * {@link io.github.postfixture.web.WebServerBuilder#keptBody(int)} says. Safe for use by several threads.
 *
 * <pre>{@code
 * web.serve("/chat", Response.webSocket());
 * application.connectTo(web.uri("/chat"));
 *
 * WebSocketSession session = web.awaitWebSocket("/chat");
 * session.send("Welcome");
 * assertThat(session).receives("Thank you");
 * session.close(1000, "bye");
 * }</pre>
 */
public final class WebSocketSession implements AssertProvider<WebSocketSessionAssert> {

    private final Request request;
    private final WebSocketHandler handler;
    private final HandlerContext context;
    private final Consumer<WebSocketSession> onOpen;
    private final Journal<WebSocketMessage> received;
    private final WebSocketLog log = new WebSocketLog();
    private volatile @Nullable WebSocketConnection connection;
    private volatile @Nullable WebSocketClose closed;

    /**
     * Prepare to open one.
     *
     * @param onOpen is told once it is open
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public WebSocketSession(
            Request request, WebSocketHandler handler, HandlerContext context, Consumer<WebSocketSession> onOpen) {
        this.request = request;
        this.handler = handler;
        this.context = context;
        this.onOpen = onOpen;
        received = new Journal<>(context.timeline());
    }

    /** Return the request that opened it. */
    public Request request() {
        return request;
    }

    /** Send a text. After a close, nothing is sent any more. */
    public void send(String text) {
        send(WebSocketFrame.text(text));
    }

    /** Send bytes. */
    public void send(byte[] bytes) {
        send(new WebSocketFrame(WebSocketFrame.Kind.BINARY, Octets.of(bytes.clone())));
    }

    /** Ask whether the client is there; it answers by a {@code pong}, which is among the {@link #messages()}. */
    public void ping() {
        send(new WebSocketFrame(WebSocketFrame.Kind.PING, Octets.of(new byte[0])));
    }

    /** Close it with code 1000. */
    public void close() {
        close(1000, "");
    }

    /**
     * Close it.
     *
     * @param code from 1000 to 4999, without those that cannot be sent (RFC 6455 section 7.4.1)
     * @param reason at most 123 bytes in UTF-8
     * @throws IllegalArgumentException if the code is none of these, or the reason is longer
     */
    public void close(int code, String reason) {
        WebSocketFrame frame = WebSocketFrame.close(code, reason);
        if (code < 1000
                || code > 4999
                || code == WebSocketFrame.NO_CODE
                || code == 1006
                || frame.payload().length() > 125) {
            throw new IllegalArgumentException(
                    "code (" + code + ") must be one that can be sent, such as 1000, and reason (" + reason
                            + ") have 123 bytes at most");
        }
        send(frame);
    }

    /** Break the connection without a close frame; the client sees code 1006. */
    public void reset() {
        connection().breakOff();
    }

    private void send(WebSocketFrame frame) {
        tell(new WebSocketMessage(request.target(), false, frame));
        connection().send(frame);
    }

    private WebSocketConnection connection() {
        return Objects.requireNonNull(connection, "The WebSocket is not open yet");
    }

    private void tell(WebSocketMessage message) {
        log.add(message);
        context.timeline().append("websocket", message);
    }

    /** Return everything that went to and fro so far, control frames too, in order. */
    public List<WebSocketMessage> messages() {
        return log.messages();
    }

    /** Return whether it is still open. */
    public boolean isOpen() {
        return closed == null;
    }

    /**
     * Wait for the next text or bytes of the client that no other await has returned.
     *
     * @throws AssertionError if none comes within the server's timeout, or the WebSocket is closed
     */
    public WebSocketMessage awaitMessage() {
        Expectation message = Expectation.of("a message on " + this, timeout());
        return received.take(any -> true, message.deadline(), this::isOpen)
                .orElseThrow(() -> message.failure(" but none came; " + describe(), context.timeline()));
    }

    /** Watch for a message that no await has returned, for this long at most; it is taken. */
    Optional<WebSocketMessage> watch(Duration time) {
        return received.watch(message -> true, time, this::isOpen);
    }

    /**
     * Wait until it is closed, by whomever, and return how.
     *
     * @throws AssertionError if it is still open when the server's timeout is over
     */
    public WebSocketClose awaitClose() {
        Expectation end = new Expectation("the end of " + this, this + " to be closed", timeout());
        return end.await(context.timeline(), () -> Optional.ofNullable(closed))
                .orElseThrow(() -> end.failure(" but it is open; " + describe(), context.timeline()));
    }

    private Duration timeout() {
        return context.timeout();
    }

    /** Return what went to and fro, and whether it is closed. */
    String describe() {
        return (closed == null ? "" : "it was closed: " + closed + "; ") + log;
    }

    /** Return an assertion on it; called by AssertJ's own {@code assertThat}. */
    @Override
    public WebSocketSessionAssert assertThat() {
        return new WebSocketSessionAssert(this);
    }

    @Override
    public String toString() {
        return "WebSocket " + request.target();
    }

    /**
     * Return what the engine is to tell of it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public WebSocketEndpoint endpoint() {
        return new Connected();
    }

    private interface Turn {
        void take() throws Exception;
    }

    private final class Connected implements WebSocketEndpoint {

        @Override
        public void open(WebSocketConnection opened) {
            connection = opened;
            onOpen.accept(WebSocketSession.this);
            context.timeline().append("websocket", request.target() + " opened");
            handle(() -> handler.onOpen(WebSocketSession.this));
        }

        @Override
        public void receive(WebSocketFrame frame) {
            WebSocketMessage message = new WebSocketMessage(request.target(), true, frame);
            if (message.isData()) {
                received.record(message).publish();
            }
            tell(message);
            if (message.isData()) {
                handle(() -> handler.onMessage(WebSocketSession.this, message));
            } else if (frame.kind() == WebSocketFrame.Kind.PING) {
                send(new WebSocketFrame(WebSocketFrame.Kind.PONG, frame.payload()));
            }
        }

        private void handle(Turn turn) {
            try {
                turn.take();
            } catch (Throwable failure) {
                context.failed(request, failure);
                close(1011, "The handler failed");
            }
        }

        @Override
        public void end(int code, String reason) {
            WebSocketClose close = new WebSocketClose(code, reason);
            closed = close;
            context.timeline().append("websocket", request.target() + " closed: " + close);
        }
    }
}
