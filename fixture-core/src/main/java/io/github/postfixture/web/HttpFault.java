package io.github.postfixture.web;

import io.github.postfixture.timeline.InWords;
import io.github.postfixture.web.jetty.Reply;
import java.time.Duration;
import java.util.function.Supplier;

/** Misbehaviour in place of the ordinary answer, or on the way to it. Immutable. */
public final class HttpFault {

    private final String description;
    private final Effect effect;

    private HttpFault(String description, Effect effect) {
        this.description = description;
        this.effect = effect;
    }

    /** Return a fault that answers with a status, such as 503, instead of the ordinary answer. */
    public static HttpFault status(int status) {
        String description = "status " + status;
        Response response = Response.text(description + " by a fault\n").withStatus(status);
        return new HttpFault(description, ordinary -> new Reply.Now(response.answer()));
    }

    /** Return a fault that closes the connection without an answer. Many clients then repeat a GET, unasked. */
    public static HttpFault disconnect() {
        return new HttpFault("disconnect", ordinary -> new Reply.Disconnect());
    }

    /** Return a fault that lets some time pass before the ordinary answer. No thread waits. */
    public static HttpFault delay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay (" + delay + ") must not be negative");
        }
        return new HttpFault("delay of " + InWords.of(delay), ordinary -> new Reply.Delayed(delay, ordinary.get()));
    }

    Reply applyTo(Supplier<Reply> ordinary) {
        return effect.applyTo(ordinary);
    }

    @Override
    public String toString() {
        return description;
    }

    private interface Effect {
        Reply applyTo(Supplier<Reply> ordinary);
    }
}
