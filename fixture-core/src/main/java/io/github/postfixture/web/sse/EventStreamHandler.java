package io.github.postfixture.web.sse;

/** Feeds event streams by code; see {@link io.github.postfixture.web.response.Response#eventStream(EventStreamHandler)}. */
@FunctionalInterface
public interface EventStreamHandler {

    /**
     * Send what there is to be sent; the stream stays open until somebody ends it. Called on a thread that may block.
     *
     * @throws Exception if the test is to fail by {@link io.github.postfixture.web.WebServer#verify()}; the stream is then broken off
     */
    void handle(EventStream stream) throws Exception;
}
