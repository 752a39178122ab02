package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A message or a control frame of a WebSocket (RFC 6455, section 5.6 and 5.5).
 *
 * @param kind what it is
 * @param payload what it holds; of a {@code CLOSE}, the code in two bytes and the reason, or nothing
 */
public record WebSocketFrame(Kind kind, Octets payload) {

    /** The code of a close frame without one (RFC 6455, section 7.4.1). */
    public static final int NO_CODE = 1005;

    /** What frames are for. */
    public enum Kind {
        /** Text in UTF-8. */
        TEXT,
        /** Bytes. */
        BINARY,
        /** A question whether the other is there. */
        PING,
        /** The answer to it. */
        PONG,
        /** The end. */
        CLOSE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Return a text. */
    public static WebSocketFrame text(String text) {
        return new WebSocketFrame(Kind.TEXT, Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Return an end with a code and a reason. */
    public static WebSocketFrame close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        Octets.Collector payload = new Octets.Collector();
        payload.add(new byte[] {(byte) (code >> 8), (byte) code}, 0, 2);
        payload.add(text, 0, text.length);
        return new WebSocketFrame(Kind.CLOSE, payload.collected());
    }

    /** Return the code of a {@code CLOSE}. */
    public int code() {
        return payload.length() < 2 ? NO_CODE : payload.at(0) << 8 | payload.at(1);
    }

    /** Return the payload as text; of a {@code CLOSE}, the reason. */
    public String text() {
        byte[] bytes = payload.toByteArray();
        int start = kind == Kind.CLOSE ? Math.min(2, bytes.length) : 0;
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }
}
