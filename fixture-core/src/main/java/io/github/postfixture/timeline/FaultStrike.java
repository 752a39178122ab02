package io.github.postfixture.timeline;

import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * On a timeline: a fault that a test scripted, and that struck.
 *
 * @param words which, and where, in one line
 * @param left how often it is still to strike; nothing if it has no end
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record FaultStrike(String words, OptionalInt left) {

    @Override
    public String toString() {
        return words;
    }
}
