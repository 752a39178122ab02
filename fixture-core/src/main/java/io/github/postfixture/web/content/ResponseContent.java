package io.github.postfixture.web.content;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.RecordedBody;
import io.github.postfixture.web.engine.ResponseBody;
import io.github.postfixture.web.engine.ResponseMessage;
import io.github.postfixture.web.sse.EventStreamHandler;
import io.github.postfixture.web.websocket.WebSocketHandler;
import org.apiguardian.api.API;

/** The content of a response. */
@API(status = API.Status.INTERNAL)
public sealed interface ResponseContent {

    /** Return how long the content is, in bytes; -1 if that shows only when it is sent. */
    long length();

    /** Return the content, as far as it is known before it is sent. */
    default Octets octets(ResponseMessage head) {
        return head.body();
    }

    /** Content that was sent. */
    record Sent(RecordedBody body, long length) implements ResponseContent {

        @Override
        public Octets octets(ResponseMessage head) {
            return body.octets();
        }
    }

    /** Content that is held in memory, and belongs to the answer. */
    record Whole(long length) implements ResponseContent {}

    /** Content that is read while it is sent. */
    record Streamed(ResponseBody body) implements ResponseContent {

        @Override
        public long length() {
            return body.length();
        }
    }

    /** Messages of a WebSocket. */
    record WebSocket(WebSocketHandler handler) implements ResponseContent {

        @Override
        public long length() {
            return 0;
        }
    }

    /** Events, as long as there are any. */
    record Events(EventStreamHandler handler) implements ResponseContent {

        @Override
        public long length() {
            return -1;
        }
    }
}
