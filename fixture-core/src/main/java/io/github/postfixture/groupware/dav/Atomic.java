package io.github.postfixture.groupware.dav;

import io.github.postfixture.web.response.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks and changes that happen all at once, or not at all. */
final class Atomic {

    private Atomic() {}

    /** A step that may be refused. */
    @FunctionalInterface
    interface Step {
        Response run() throws DavRefusal;
    }

    /** Either the response, or the refusal. */
    private record Outcome(
            @Nullable Response response, @Nullable DavRefusal refusal) {}

    static Response answer(DavCall call, Step step) throws DavRefusal {
        Outcome outcome = call.store().atomically(() -> outcome(step));
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return Objects.requireNonNull(outcome.response());
    }

    private static Outcome outcome(Step step) {
        try {
            return new Outcome(step.run(), null);
        } catch (DavRefusal refusal) {
            return new Outcome(null, refusal);
        }
    }
}
