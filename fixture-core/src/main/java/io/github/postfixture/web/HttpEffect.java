package io.github.postfixture.web;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.fault.HttpFault;
import java.util.function.UnaryOperator;

/** What a fault does to the ordinary answer to a request. */
sealed interface HttpEffect {

    /** Return what a fault does. */
    static HttpEffect of(Fault<? super HttpFault> fault) {
        return fault instanceof HttpFault answer
                ? new Replaces(new Reply.Now(answer.response().message(), true))
                : ((ConnectionFault) fault).on(HttpEffects.EFFECTS);
    }

    /** Reply with this, whatever the ordinary answer would be; nobody is asked for it. */
    record Replaces(Reply reply) implements HttpEffect {}

    /** Alter the ordinary answer. */
    record Alters(UnaryOperator<Reply> change) implements HttpEffect {}

    /** Do something, on a thread that may block, before the ordinary answer is looked for. */
    record Precedes(Runnable action) implements HttpEffect {}
}
