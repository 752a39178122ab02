package io.github.postfixture.web.websocket;

/**
 * Plays the server's end of WebSockets by code; see {@link io.github.postfixture.web.response.Response#webSocket(WebSocketHandler)}. Called for one message
 * at a time of each, on a thread that may block. What it throws, an assertion error too, closes the WebSocket with code
 * 1011 and fails the test by {@link io.github.postfixture.web.WebServer#verify()}.
 */
@FunctionalInterface
public interface WebSocketHandler {

    /**
     * Begin; does nothing by default.
     *
     * @throws Exception if the test is to fail
     */
    default void onOpen(WebSocketSession session) throws Exception {}

    /**
     * Answer a message of the client, or not.
     *
     * @throws Exception if the test is to fail
     */
    void onMessage(WebSocketSession session, WebSocketMessage message) throws Exception;

    /** Return a handler that sends every message back. */
    static WebSocketHandler echo() {
        return (session, message) -> {
            if (message.isText()) {
                session.send(message.text());
            } else {
                session.send(message.bytes());
            }
        };
    }
}
