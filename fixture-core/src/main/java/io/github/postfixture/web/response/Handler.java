package io.github.postfixture.web.response;

import io.github.postfixture.web.request.Request;

/** Answers requests by code. Called by several threads at once. */
@FunctionalInterface
public interface Handler {

    /**
     * Return the answer to a request. Called on a thread that may block, and by several threads at once.
     *
     * <p>Assertions in it count: what it throws, an assertion error too, answers the client with status 500 and fails the
     * test by {@link io.github.postfixture.web.WebServer#verify()}. To play a server that fails, return {@code Response.status(500)}.
     *
     * @throws Exception if the test is to fail
     */
    Response handle(Request request) throws Exception;
}
