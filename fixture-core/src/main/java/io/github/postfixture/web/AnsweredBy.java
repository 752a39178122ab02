package io.github.postfixture.web;

import io.github.postfixture.web.stub.Stub;
import java.util.Optional;

/**
 * What a request was answered by.
 *
 * @param source who answered
 * @param stub the stub, if one did
 * @param note why nobody did; else empty
 */
record AnsweredBy(Exchange.Source source, Optional<Stub> stub, String note) {

    static final AnsweredBy UNKNOWN = of(Exchange.Source.NOTHING);

    static AnsweredBy of(Exchange.Source source) {
        return new AnsweredBy(source, Optional.empty(), "");
    }

    static AnsweredBy of(Stub stub) {
        return new AnsweredBy(Exchange.Source.STUB, Optional.of(stub), "");
    }

    /** Return this origin with a fault in between. */
    AnsweredBy spoiled() {
        return new AnsweredBy(Exchange.Source.FAULT, stub, "");
    }

    static AnsweredBy nothing(String note) {
        return new AnsweredBy(Exchange.Source.NOTHING, Optional.empty(), note);
    }
}
