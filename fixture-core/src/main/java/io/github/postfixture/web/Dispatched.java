package io.github.postfixture.web;

import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.request.Request;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What the dispatcher decided on a request. */
sealed interface Dispatched {

    /** Return who answers; of what is not found yet, who should. */
    AnsweredBy by();

    /** Return the same decision with a fault on the way to it. */
    Dispatched spoiled(UnaryOperator<Reply> fault);

    /**
     * The request is answered.
     *
     * @param request the request, with the variables of the path by which it was found
     */
    record Answered(AnsweredBy by, Request request, Reply reply) implements Dispatched {

        @Override
        public Dispatched spoiled(UnaryOperator<Reply> fault) {
            return new Answered(by.spoiled(), request, fault.apply(reply));
        }
    }

    /**
     * The answer is looked for on a thread that may block.
     *
     * @param fault what is done to it
     */
    record Searching(AnsweredBy by, Supplier<Dispatched> search, UnaryOperator<Reply> fault) implements Dispatched {

        Searching(AnsweredBy by, Supplier<Dispatched> search) {
            this(by, search, UnaryOperator.identity());
        }

        @Override
        public Dispatched spoiled(UnaryOperator<Reply> other) {
            return new Searching(
                    by.spoiled(),
                    () -> search.get().spoiled(UnaryOperator.identity()),
                    reply -> other.apply(fault.apply(reply)));
        }
    }
}
