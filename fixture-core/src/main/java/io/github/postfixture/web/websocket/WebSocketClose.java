package io.github.postfixture.web.websocket;

/**
 * How a WebSocket ended.
 *
 * @param code the code of RFC 6455 section 7.4.1; 1005 if the close frame had none, 1006 if there was no close frame
 * @param reason the reason that the close frame gave, or why there was none; may be empty
 */
public record WebSocketClose(int code, String reason) {

    /** Return code and reason, such as {@code 1000 "bye"}. */
    @Override
    public String toString() {
        return code + (reason.isEmpty() ? "" : " \"" + reason + "\"");
    }
}
