package io.github.postfixture.web.engine;

/** The connection to the client of a WebSocket. Safe for use by several threads. */
public interface WebSocketConnection {

    /** Send a message or a control frame; after a {@code CLOSE}, nothing more is sent. */
    void send(WebSocketFrame frame);

    /** Break the connection without a word. */
    void breakOff();
}
