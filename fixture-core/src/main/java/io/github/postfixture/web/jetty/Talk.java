package io.github.postfixture.web.jetty;

/** Plays the server's end of one WebSocket. Called by one thread at a time; may block. */
public interface Talk {

    /** Begin: what is sent goes over the wire. */
    void open(Wire wire);

    /** Take note of what the client sends; what comes next waits until this returns. */
    void receive(WireFrame frame);

    /**
     * Take note of the end, in any case the last call.
     *
     * @param code why (RFC 6455, section 7.4.1); 1006 if the connection ended without a word
     * @param reason why, in words
     */
    void end(int code, String reason);
}
