package io.github.postfixture.web;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.timeline.Failure;
import java.util.List;
import java.util.stream.Stream;

/** What went wrong at a server although no assertion looked at it. */
record Problems(Dispatcher dispatcher, ExchangeLog exchanges, List<Failure> failures) {

    private static final int MOST_LINES = 40;

    /** Return what would be wrong at a strict server, one line each. */
    List<String> all() {
        return Stream.concat(failures.stream().map(Failure::toString), misfits().stream())
                .toList();
    }

    private List<String> misfits() {
        Stream<String> unanswered = exchanges.all().stream()
                .filter(exchange -> exchange.source() == Exchange.Source.NOTHING)
                .filter(exchange -> !exchange.request().path().equals("/favicon.ico"))
                .map(exchange -> "nobody answers " + exchange);
        Stream<String> stubs = dispatcher
                .stubs()
                .all()
                .filter(stub -> stub.calls() == 0)
                .map(stub -> "stub " + stub + " was never used")
                .sorted();
        Stream<String> faults = dispatcher.script().unused().stream();
        return Stream.of(unanswered, stubs, faults, dispatcher.services().problems())
                .flatMap(lines -> lines)
                .toList();
    }

    /** Attach to a failure what handlers threw before it. */
    <T extends Throwable> T attachedTo(T failure) {
        failures.forEach(each -> failure.addSuppressed(each.cause()));
        return failure;
    }

    /** Throw an error if a handler failed, or if a strict server met anything else. */
    void verify(boolean strictly) {
        List<String> lines =
                strictly ? all() : failures.stream().map(Failure::toString).toList();
        if (!lines.isEmpty()) {
            throw attachedTo(new AssertionError(inWords(lines)));
        }
    }

    private static String inWords(List<String> lines) {
        return "Expected no problem at the web server but there "
                + (lines.size() == 1 ? "is 1" : "are " + lines.size())
                + ":\n" + Listing.of(lines, MOST_LINES);
    }
}
