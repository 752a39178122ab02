package io.github.postfixture.web.engine;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * The timing of a response: when and how it is sent.
 *
 * @param delay what passes before
 * @param pacing how it is sent
 */
@API(status = API.Status.INTERNAL)
public record ResponseTiming(Duration delay, Pacing pacing) {

    /** Send at once, and in one piece. */
    public static final ResponseTiming PLAIN = new ResponseTiming(Duration.ZERO, Pacing.PLAIN);

    /** Return a copy that is sent after some time. */
    public ResponseTiming after(Duration other) {
        if (other.isNegative()) {
            throw new IllegalArgumentException("delay (" + other + ") must not be negative");
        }
        return new ResponseTiming(other, pacing);
    }

    /** Return a copy that is sent in another way. */
    public ResponseTiming with(Pacing other) {
        return new ResponseTiming(delay, other);
    }

    public Reply of(Reply reply) {
        Reply paced = pacing.equals(Pacing.PLAIN) ? reply : new Reply.Paced(reply, pacing);
        return delay.isZero() ? paced : new Reply.Delayed(delay, paced);
    }
}
