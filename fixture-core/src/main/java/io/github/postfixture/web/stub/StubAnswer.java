package io.github.postfixture.web.stub;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.response.Handler;
import io.github.postfixture.web.response.Response;
import org.apiguardian.api.API;

/**
 * One of the answers that a stub gives in turn.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public sealed interface StubAnswer {

    /**
     * A response, the same each time.
     *
     * @hidden
     */
    record Fixed(Response response) implements StubAnswer {}

    /**
     * What a handler makes of the request.
     *
     * @hidden
     */
    record Handled(Handler handler) implements StubAnswer {}

    /**
     * A fault.
     *
     * @param stub whose ordinary answer it lets through, if it does
     * @param place where it stands among the answers of the stub
     * @hidden
     */
    record Faulty(Fault<? super HttpFault> fault, Stub stub, int place) implements StubAnswer {

        @API(status = API.Status.INTERNAL)
        public StubAnswer ordinary() {
            return stub.ordinaryNear(place);
        }
    }
}
