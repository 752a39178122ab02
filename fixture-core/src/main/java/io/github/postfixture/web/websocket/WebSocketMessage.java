package io.github.postfixture.web.websocket;

import io.github.postfixture.web.engine.WebSocketFrame;

/** A message or a control frame of a WebSocket, put together if it came in fragments. Immutable. */
public final class WebSocketMessage {

    private static final int LONGEST = 200;

    private final String target;
    private final boolean fromClient;
    private final WebSocketFrame frame;

    WebSocketMessage(String target, boolean fromClient, WebSocketFrame frame) {
        this.target = target;
        this.fromClient = fromClient;
        this.frame = frame;
    }

    /** Return whether the client sent it, and not the server. */
    public boolean isFromClient() {
        return fromClient;
    }

    /** Return what it is: {@code text}, {@code binary}, {@code ping}, {@code pong} or {@code close}. */
    public String kind() {
        return frame.kind().toString();
    }

    /** Return whether it is a text. */
    public boolean isText() {
        return frame.kind() == WebSocketFrame.Kind.TEXT;
    }

    /** Return whether it is a text or bytes, and no control frame. */
    boolean isData() {
        return isText() || frame.kind() == WebSocketFrame.Kind.BINARY;
    }

    /** Return its content as text; of a {@code close}, the reason. */
    public String text() {
        return frame.text();
    }

    /** Return a copy of its content; of a {@code close}, the code in two bytes and the reason. */
    public byte[] bytes() {
        return frame.payload().toByteArray();
    }

    /** Return one line, such as {@code /chat ← text "Hello"}: the arrow points to the sender's other end. */
    @Override
    public String toString() {
        return target + (fromClient ? " \u2190 " : " \u2192 ") + kind() + content();
    }

    private String content() {
        if (frame.kind() == WebSocketFrame.Kind.CLOSE) {
            return " " + frame.code() + (text().isEmpty() ? "" : " \"" + text() + "\"");
        }
        return isText() ? " \"" + clipped() + "\"" : ", " + frame.payload().length() + " bytes";
    }

    private String clipped() {
        String line = text().replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
