package io.github.postfixture.web;

import io.github.postfixture.timeline.Failure;
import io.github.postfixture.web.request.RequestCriteria;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Waits for what comes to a server; a wait in vain tells what handlers threw. */
final class WebWait {

    private final ExchangeRecorder recorder;
    private final Supplier<String> whyNone;

    /**
     * Prepare to wait.
     *
     * @param whyNone says why no request came at all, as the rest of a sentence
     */
    WebWait(ExchangeRecorder recorder, Supplier<String> whyNone) {
        this.recorder = recorder;
        this.whyNone = whyNone;
    }

    List<Exchange> exchanges(int count, AwaitCondition condition) {
        return exchanges(count, condition, recorder.exchanges().timeout());
    }

    List<Exchange> exchanges(int count, AwaitCondition condition, Duration timeout) {
        return explained(() -> recorder.exchanges().await(count, condition, timeout, whyNone));
    }

    /** Watch for an exchange that should not come: the first that no earlier wait has returned. */
    Optional<Exchange> unwanted(RequestCriteria criteria, Duration time) {
        return recorder.exchanges().watch(AwaitCondition.of(criteria), time);
    }

    /** Return what came before the barrier, should not have, and was returned by no wait. */
    List<Exchange> unwantedBefore(Exchange barrier, RequestCriteria criteria) {
        return recorder.exchanges().left().stream()
                .filter(exchange -> exchange.number() < barrier.number())
                .filter(AwaitCondition.of(criteria))
                .toList();
    }

    /** Wait for what is known from its first moment on. */
    <T> T arrival(Function<ExchangeRecorder, ArrivalLog<T>> kind, RequestCriteria criteria) {
        return explained(() -> kind.apply(recorder).await(criteria, whyNone));
    }

    private <T> T explained(Supplier<T> wait) {
        try {
            return wait.get();
        } catch (AssertionError missing) {
            for (Failure failure : recorder.timeline().after(0).failures()) {
                missing.addSuppressed(failure.cause());
            }
            throw missing;
        }
    }
}
