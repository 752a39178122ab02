package io.github.postfixture.web;

import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import io.github.postfixture.web.engine.RecordedBody;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.stub.Stub;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/** A request and what it was answered with. Immutable. */
public final class Exchange implements AssertProvider<ExchangeAssert>, EventDetail {

    private final Request request;
    private final @Nullable Response response;
    private final AnsweredBy origin;
    private final Timing timing;

    Exchange(Request request, Optional<Response> response, AnsweredBy origin, Timing timing) {
        this.request = request;
        this.response = response.orElse(null);
        this.origin = origin;
        this.timing = timing;
    }

    /** Who answered. */
    public enum Source {
        /** A response or a handler that was given to {@code serve}. */
        STUB,
        /** A file of a site. */
        SITE,
        /** A service that is mounted. */
        SERVICE,
        /** The server that this one records. */
        ORIGIN,
        /** A fault that was asked for. */
        FAULT,
        /** Nobody: the server said what there is instead. */
        NOTHING;

        String inWords() {
            return this == NOTHING ? "no stub matched" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Return the request. */
    public Request request() {
        return request;
    }

    /** Return the response as sent, or nothing if the connection was closed instead. */
    public Optional<Response> response() {
        return Optional.ofNullable(response);
    }

    /** Return who answered. */
    public Source source() {
        return origin.source();
    }

    /** Return the stub that answered, if one did. */
    public Optional<Stub> stub() {
        return origin.stub();
    }

    /** Return its number, which is higher than that of all before it. */
    long number() {
        return timing.number();
    }

    /** Return how many bytes are held for the record of this alone. */
    long cost() {
        return request.cost() + kept().map(RecordedBody::cost).orElse(0L);
    }

    /** Hold none of these bytes any more, and say why to those who ask for them. */
    void drop(String why) {
        request.drop(why);
        kept().ifPresent(body -> body.drop(why));
    }

    private Optional<RecordedBody> kept() {
        return response().flatMap(Response::kept);
    }

    /** Return whether it says why nobody answered. */
    boolean isExplained() {
        return !origin.note().isEmpty();
    }

    /** Return when the request had arrived, by the wall clock. */
    public Instant at() {
        return timing.received();
    }

    /** Return how long it took from the arrival of the request until its answer was ready to leave. */
    public Duration duration() {
        return timing.untilReady();
    }

    /** Return how long it took from the arrival of the request until the first byte of its answer left, if one did. */
    public Optional<Duration> firstByteAfter() {
        return timing.untilFirstByte();
    }

    /** Return how long it took from the arrival of the request until the last byte of its answer had left, if it has. */
    public Optional<Duration> lastByteAfter() {
        return timing.untilLastByte();
    }

    /** Return an assertion on this exchange; called by AssertJ's own {@code assertThat}. */
    @Override
    public ExchangeAssert assertThat() {
        return new ExchangeAssert(this);
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL)
    public EventCard card(Event event) {
        return ExchangeCard.of(this);
    }

    /** Return one line, such as {@code GET /confirm?x=1 → 200 (stub), 12 bytes, text/html}; if nobody answered, with the nearest stub. */
    @Override
    public String toString() {
        String note = origin.note().isEmpty() ? "" : "; " + origin.note();
        String earlier = request.isFromEarlierClient() ? " on a connection from an earlier test" : "";
        return request + " \u2192 " + outcome() + content() + earlier + note;
    }

    /** Return how long the content was and of which type, if somebody has answered with some. */
    private String content() {
        return response()
                .filter(sent -> source() != Source.NOTHING && sent.length() > 0)
                .map(sent -> ", " + Quantity.of(sent.length(), "byte")
                        + sent.header("Content-Type")
                                .map(type -> ", " + type.split(";", 2)[0])
                                .orElse(""))
                .orElse("");
    }

    /** Return the status and who answered, such as {@code 200 (stub)}. */
    String outcome() {
        String status = response == null ? "disconnected" : Integer.toString(response.status());
        return status + " (" + source().inWords() + ")";
    }
}
