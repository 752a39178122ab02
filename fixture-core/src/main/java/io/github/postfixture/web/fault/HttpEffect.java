package io.github.postfixture.web.fault;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.web.engine.Reply;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/** What a fault does to the ordinary answer to a request. */
@API(status = API.Status.INTERNAL)
public sealed interface HttpEffect {

    /** Return what a fault does. */
    static HttpEffect of(Fault<? super HttpFault> fault) {
        return fault instanceof HttpFault answer
                ? new Replaces(new Reply.Now(answer.response().answer(), true))
                : ((ConnectionFault) fault).on(HttpEffects.EFFECTS);
    }

    /** Reply with this, whatever the ordinary answer would be; nobody is asked for it. */
    @API(status = API.Status.INTERNAL)
    record Replaces(Reply reply) implements HttpEffect {}

    /** Alter the ordinary answer. */
    @API(status = API.Status.INTERNAL)
    record Alters(UnaryOperator<Reply> change) implements HttpEffect {}

    /** Do something, on a thread that may block, before the ordinary answer is looked for. */
    @API(status = API.Status.INTERNAL)
    record Precedes(Runnable action) implements HttpEffect {}
}
