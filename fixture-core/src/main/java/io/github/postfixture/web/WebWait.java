package io.github.postfixture.web;

import io.github.postfixture.timeline.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Waits for what comes to a server; a wait in vain tells what handlers threw. */
final class WebWait {

    private final Ledger ledger;
    private final Supplier<String> whyNone;

    /**
     * Prepare to wait.
     *
     * @param whyNone says why no request came at all, as the rest of a sentence
     */
    WebWait(Ledger ledger, Supplier<String> whyNone) {
        this.ledger = ledger;
        this.whyNone = whyNone;
    }

    List<Exchange> exchanges(int count, Wanted wanted) {
        return explained(() -> ledger.exchanges().await(count, wanted, whyNone));
    }

    /** Watch for an exchange that should not come: the first that no earlier wait has returned. */
    Optional<Exchange> unwanted(RequestCriteria criteria, Duration time) {
        return ledger.exchanges().watch(Wanted.of(criteria), time);
    }

    /** Wait for what is known from its first moment on. */
    <T> T arrival(Function<Ledger, Arrivals<T>> kind, RequestCriteria criteria) {
        return explained(() -> kind.apply(ledger).await(criteria, whyNone));
    }

    private <T> T explained(Supplier<T> wait) {
        try {
            return wait.get();
        } catch (AssertionError missing) {
            for (Failure failure : ledger.timeline().after(0).failures()) {
                missing.addSuppressed(failure.cause());
            }
            throw missing;
        }
    }
}
