package io.github.postfixture.web;

import io.github.postfixture.timeline.Failure;
import io.github.postfixture.web.request.Request;

/**
 * On the timeline: a handler that failed to answer, so that its client got status 500.
 *
 * @param request what it was to answer
 * @param cause what it threw
 */
public record HandlerFailure(Request request, Throwable cause) implements Failure {

    @Override
    public String toString() {
        return "the handler of " + request + " failed: " + cause;
    }
}
