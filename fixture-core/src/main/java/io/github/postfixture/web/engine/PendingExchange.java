package io.github.postfixture.web.engine;

import java.util.Optional;

/** A request whose response is pending. */
public interface PendingExchange {

    /** Return how to answer; must not block. */
    Reply reply();

    /** Take note that the response begins to leave; called once, or not at all if there is none. Must not block. */
    void begin();

    /**
     * Take note of the outcome; called once, before the last byte of the answer leaves. Must not block.
     *
     * @param answer the head of what is sent; empty if the connection is closed instead
     * @param body the content of it; of what had to be copied, no more than {@link RequestHandler#RECORDED_BODY} bytes
     * @param length how long the content really is, in bytes
     * @return what to run when the answer has left, or could not
     */
    Runnable record(Optional<ResponseMessage> answer, RecordedBody body, long length);

    /**
     * Take note that the exchange is over, before what {@link #record} returned is run. Must not block.
     *
     * @param failure why the response did not leave as a whole, if it did not
     */
    default void completed(Optional<Throwable> failure) {}

    /** Take note that the answer could not be made, or its content not be read. Must not block. */
    void failed(Throwable failure);
}
