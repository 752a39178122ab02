package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How a request is to be answered. */
public sealed interface Reply {

    /**
     * Send this response, without a change of thread.
     *
     * @param held whether somebody else holds its content
     */
    record Now(ResponseMessage answer, boolean held) implements Reply {

        /** Return the content. */
        public ResponseBody body() {
            return held ? ResponseBody.held(answer.body()) : ResponseBody.of(answer.body());
        }
    }

    /** Find the reply on a thread that may block. */
    record Work(Supplier<Reply> task) implements Reply {}

    /** Send this status and these fields, and then content that is read while it is sent. */
    record Stream(int status, List<Map.Entry<String, String>> fields, ResponseBody body) implements Reply {}

    /** Go on to the other reply, and send it at this pace. */
    record Paced(Reply reply, Pacing pacing) implements Reply {}

    /** Wait, without holding a thread, and go on with the other reply. */
    record Delayed(Duration delay, Reply then) implements Reply {}

    /** Speak WebSocket (RFC 6455) if the client asks for it, with these fields in the answer. */
    record Upgrade(List<Map.Entry<String, String>> fields, WebSocketEndpoint webSocket) implements Reply {}

    /** Send this status and these fields, and then what the source sends, until it ends or the client goes. */
    record Feed(int status, List<Map.Entry<String, String>> fields, StreamSource source) implements Reply {}

    /** Say nothing, and keep the connection. */
    record Stall() implements Reply {}

    /** Close the connection and send nothing. */
    record Disconnect() implements Reply {}

    /** Break the connection, so that the client sees a reset. */
    record Reset() implements Reply {}

    /** Send these bytes in the place of a response, and close the connection. */
    record Garbage(Octets bytes) implements Reply {}
}
