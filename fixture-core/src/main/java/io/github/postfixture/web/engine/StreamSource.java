package io.github.postfixture.web.engine;

/** The source of a response that stays open, such as an event stream. */
public interface StreamSource {

    /** Begin: what is sent goes to the sink. May block. */
    void open(StreamSink sink);

    /** Take note that no more can be sent, as the answer has ended or the client has gone; must not block. */
    void end();
}
