package io.github.postfixture.web.stub;

import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Handler;
import io.github.postfixture.web.response.Response;

/**
 * A state that outlives a request: some answers depend on it, others change it. Safe for use by several threads.
 *
 * <pre>{@code
 * Scenario order = Scenario.startingIn("open");
 * web.on("GET", "/order").with(order.in("open")).answer(Response.text("to be paid"));
 * web.on("GET", "/order").with(order.in("paid")).answer(Response.text("on its way"));
 * web.on("POST", "/pay").with(order.in("open")).answer(order.to("paid", Response.noContent()));
 * }</pre>
 */
public final class Scenario {

    private volatile String state;

    private Scenario(String state) {
        this.state = state;
    }

    /** Begin in a state. */
    public static Scenario startingIn(String state) {
        return new Scenario(state);
    }

    /** Mean requests that come while this is in a state. */
    public RequestCriteria in(String condition) {
        return RequestCriteria.matching("in state " + condition, request -> state.equals(condition));
    }

    /** Return a handler that goes to a state and answers with a response. */
    public Handler to(String next, Response response) {
        return to(next, request -> response);
    }

    /** Return a handler that goes to a state once the other handler has found the answer. */
    public Handler to(String next, Handler handler) {
        return request -> {
            Response response = handler.handle(request);
            state = next;
            return response;
        };
    }

    /** Return the state. */
    public String state() {
        return state;
    }

    @Override
    public String toString() {
        return "scenario in state " + state;
    }
}
