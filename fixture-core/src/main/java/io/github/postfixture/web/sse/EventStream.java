package io.github.postfixture.web.sse;

import io.github.postfixture.await.Expectation;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.StreamSink;
import io.github.postfixture.web.engine.StreamSource;
import io.github.postfixture.web.request.HandlerContext;
import io.github.postfixture.web.request.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A stream of server-sent events that a client has opened. Safe for use by several threads.
 *
 * <pre>{@code
 * web.serve("/news", Response.eventStream());
 * application.subscribeTo(web.uri("/news"));
 *
 * EventStream news = web.awaitEventStream("/news");
 * news.send(ServerEvent.of("It rains").withId("7"));
 * news.end();
 * }</pre>
 */
public final class EventStream {

    private final Request request;
    private final EventStreamHandler handler;
    private final HandlerContext context;
    private final Consumer<EventStream> onOpen;
    private volatile @Nullable StreamSink sink;
    private volatile boolean open = true;

    /**
     * Prepare to open one.
     *
     * @param onOpen is told once it is open
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public EventStream(
            Request request, EventStreamHandler handler, HandlerContext context, Consumer<EventStream> onOpen) {
        this.request = request;
        this.handler = handler;
        this.context = context;
        this.onOpen = onOpen;
    }

    /** Return the request that opened it. */
    public Request request() {
        return request;
    }

    /** Return the identifier of the last event that the client saw before it came back, if it says so. */
    public Optional<String> lastEventId() {
        return request.header("Last-Event-ID");
    }

    /** Send an event with data, of one line or of several. After the end, nothing is sent any more. */
    public void send(String data) {
        send(ServerEvent.of(data));
    }

    /** Send an event. */
    public void send(ServerEvent event) {
        sendText(event.toString());
    }

    /** Send a comment, which clients ignore; it keeps the connection alive. */
    public void comment(String text) {
        sendText(ServerEvent.comment(text));
    }

    private void sendText(String text) {
        context.timeline()
                .append("sse", request.target() + " \u2192 " + text.strip().replace("\n", " | "));
        sink().send(Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** End it properly; clients then come back after a while. */
    public void end() {
        sink().end();
    }

    /** Break the connection. */
    public void reset() {
        sink().breakOff();
    }

    private StreamSink sink() {
        return Objects.requireNonNull(sink, "The event stream is not open yet");
    }

    /** Return whether it is still open: neither ended nor left by its client. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Wait until it has ended, by {@link #end()} or because the client has gone.
     *
     * @throws AssertionError if it is still open when the server's timeout is over
     */
    public void awaitEnd() {
        awaitEnd(context.timeout());
    }

    /** Wait so long until it has ended; otherwise as {@link #awaitEnd()}. */
    public void awaitEnd(Duration timeout) {
        Expectation end = new Expectation("the end of " + this, this + " to end", timeout);
        if (end.await(context.timeline(), () -> Optional.of(open).filter(still -> !still))
                .isEmpty()) {
            throw end.failure(" but it is open", context.timeline());
        }
    }

    @Override
    public String toString() {
        return "event stream " + request.target();
    }

    /**
     * Return what the engine is to tell of it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public StreamSource endpoint() {
        return new Connected();
    }

    private final class Connected implements StreamSource {

        @Override
        public void open(StreamSink opened) {
            sink = opened;
            onOpen.accept(EventStream.this);
            context.timeline().append("sse", request.target() + " opened");
            try {
                handler.handle(EventStream.this);
            } catch (Throwable failure) {
                context.failed(request, failure);
                reset();
            }
        }

        @Override
        public void end() {
            open = false;
            context.timeline().append("sse", request.target() + " ended");
        }
    }
}
