package io.github.postfixture.web;

import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.request.HandlerContext;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.sse.EventStream;
import io.github.postfixture.web.websocket.WebSocketSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Records the exchanges of a server, and what belongs to them.
 *
 * @param timeline where it is told
 * @param clock what time it is
 * @param exchanges what is answered
 * @param requests what has arrived
 * @param webSockets which of them became WebSockets
 * @param eventStreams which of them became event streams
 */
record ExchangeRecorder(
        Timeline timeline,
        InstantSource clock,
        ExchangeLog exchanges,
        ArrivalLog<Request> requests,
        ArrivalLog<WebSocketSession> webSockets,
        ArrivalLog<EventStream> eventStreams)
        implements HandlerContext {

    static ExchangeRecorder of(Timeline timeline, InstantSource clock, ExchangeLog exchanges) {
        return new ExchangeRecorder(
                timeline,
                clock,
                exchanges,
                new ArrivalLog<>("the arrival of a request", "", exchanges, timeline, Function.identity()),
                new ArrivalLog<>("a WebSocket", "is not a WebSocket", exchanges, timeline, WebSocketSession::request),
                new ArrivalLog<>(
                        "an event stream", "is not an event stream", exchanges, timeline, EventStream::request));
    }

    /** Take note of a request that has arrived. */
    void begin(Request request) {
        exchanges.begin(request);
        requests.add(request);
        timeline.wake();
    }

    /** Forget what came; see {@link WebServer#reset()}. */
    void clear() {
        exchanges.clear();
        requests.clear();
        webSockets.clear();
        eventStreams.clear();
    }

    /** Tell something that is no exchange. */
    void tell(String remark) {
        timeline.append("http", remark);
    }

    @Override
    public Duration timeout() {
        return exchanges.timeout();
    }

    @Override
    public void failed(Request request, Throwable failure) {
        timeline.append("http", new HandlerFailure(request, failure));
    }
}
