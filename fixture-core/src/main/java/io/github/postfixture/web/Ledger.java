package io.github.postfixture.web;

import io.github.postfixture.timeline.Timeline;
import java.util.function.Function;

/**
 * What a server keeps of what came.
 *
 * @param timeline where it is told
 * @param exchanges what is answered
 * @param requests what has arrived
 * @param webSockets which of them became WebSockets
 * @param eventStreams which of them became event streams
 */
record Ledger(
        Timeline timeline,
        Exchanges exchanges,
        Arrivals<Request> requests,
        Arrivals<WebSocketSession> webSockets,
        Arrivals<EventStream> eventStreams) {

    static Ledger of(Timeline timeline, Exchanges exchanges) {
        return new Ledger(
                timeline,
                exchanges,
                new Arrivals<>("the arrival of a request", "", exchanges, timeline, Function.identity()),
                new Arrivals<>("a WebSocket", "is not a WebSocket", exchanges, timeline, WebSocketSession::request),
                new Arrivals<>("an event stream", "is not an event stream", exchanges, timeline, EventStream::request));
    }

    /** Take note of a request that has arrived. */
    void begin(Request request) {
        exchanges.begin(request);
        requests.add(request);
        timeline.wake();
    }

    /** Tell something that is no exchange. */
    void tell(String remark) {
        timeline.append("http", remark);
    }

    /** Tell that code of the test's failed. */
    void failed(Request request, Throwable failure) {
        timeline.append("http", new HandlerFailure(request, failure));
    }
}
