package io.github.postfixture.web;

import io.github.postfixture.web.jetty.Manner;
import io.github.postfixture.web.jetty.Reply;
import java.time.Duration;

/**
 * When and how a response leaves.
 *
 * @param delay what passes before
 * @param manner how it is sent
 */
record Delivery(Duration delay, Manner manner) {

    static final Delivery PLAIN = new Delivery(Duration.ZERO, Manner.PLAIN);

    Delivery after(Duration other) {
        if (other.isNegative()) {
            throw new IllegalArgumentException("delay (" + other + ") must not be negative");
        }
        return new Delivery(other, manner);
    }

    Delivery with(Manner other) {
        return new Delivery(delay, other);
    }

    Reply of(Reply reply) {
        Reply mannered = manner.equals(Manner.PLAIN) ? reply : new Reply.Mannered(reply, manner);
        return delay.isZero() ? mannered : new Reply.Delayed(delay, mannered);
    }
}
