package io.github.postfixture.web.engine;

/** The server's endpoint of one WebSocket (RFC 6455). Called by one thread at a time; may block. */
public interface WebSocketEndpoint {

    /** Begin: what is sent goes over the connection. */
    void open(WebSocketConnection connection);

    /** Take note of what the client sends; what comes next waits until this returns. */
    void receive(WebSocketFrame frame);

    /**
     * Take note of the end, in any case the last call.
     *
     * @param code why (RFC 6455, section 7.4.1); 1006 if the connection ended without a word
     * @param reason why, in words
     */
    void end(int code, String reason);
}
