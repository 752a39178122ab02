package io.github.postfixture.web.jetty;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** How a call is to be answered. */
public sealed interface Reply {

    /** Send this answer, without a change of thread. */
    record Now(Answer answer) implements Reply {}

    /** Find the reply on a thread that may block. */
    record Work(Supplier<Reply> task) implements Reply {}

    /** Send what the first site has that has something there; else go on with the other reply. */
    record Files(List<StaticSite> sites, Supplier<Reply> otherwise) implements Reply {}

    /** Wait, without holding a thread, and go on with the other reply. */
    record Delayed(Duration delay, Reply then) implements Reply {}

    /** Close the connection and send nothing. */
    record Disconnect() implements Reply {}
}
