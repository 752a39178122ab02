package io.github.postfixture.web;

import java.util.Optional;

/**
 * Where an answer came from.
 *
 * @param source who answered
 * @param stub the stub, if one did
 * @param note why nobody did; else empty
 */
record Origin(Exchange.Source source, Optional<Stub> stub, String note) {

    static final Origin UNKNOWN = of(Exchange.Source.NOTHING);

    static Origin of(Exchange.Source source) {
        return new Origin(source, Optional.empty(), "");
    }

    static Origin of(Stub stub) {
        return new Origin(Exchange.Source.STUB, Optional.of(stub), "");
    }

    /** Return this origin with a fault in between. */
    Origin spoiled() {
        return new Origin(Exchange.Source.FAULT, stub, "");
    }

    static Origin nothing(String note) {
        return new Origin(Exchange.Source.NOTHING, Optional.empty(), note);
    }
}
