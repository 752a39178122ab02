package io.github.postfixture.web;

/** Answers requests by code. */
@FunctionalInterface
public interface Handler {

    /**
     * Return the answer to a request. Called on a thread that may block, and by several threads at once.
     *
     * @throws Exception to have the client answered with status 500, and the failure noted on the timeline
     */
    Response handle(Request request) throws Exception;
}
