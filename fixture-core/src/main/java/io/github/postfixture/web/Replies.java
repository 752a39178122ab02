package io.github.postfixture.web;

import io.github.postfixture.web.content.ResponseContent;
import io.github.postfixture.web.engine.IncompleteContentException;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.ResponseMessage;
import io.github.postfixture.web.engine.StreamSource;
import io.github.postfixture.web.engine.WebSocketEndpoint;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.sse.EventStream;
import io.github.postfixture.web.sse.EventStreamHandler;
import io.github.postfixture.web.websocket.WebSocketHandler;
import io.github.postfixture.web.websocket.WebSocketSession;

/**
 * Makes the engine's replies of responses.
 *
 * @param recorder where WebSockets and event streams tell what happens
 */
record Replies(ExchangeRecorder recorder) {

    /** Reply with a response that answers other requests too. */
    Reply shared(Request request, Response response) {
        return reply(request, response, true);
    }

    /** Reply with a response that was made for this request, and is held by nobody else. */
    Reply own(Request request, Response response) {
        return reply(request, response, false);
    }

    /** Tell of code of the test's that failed, and reply so. */
    Reply failed(Request request, Throwable failure, String who) {
        recorder.failed(request, failure);
        Response told = Response.text(who + " failed; its failure is on the timeline\n");
        return own(request, told.withStatus(500));
    }

    /** Tell a client, if it is still there, what is wrong with the content that it sends. */
    Reply incomplete(Request request, IncompleteContentException failure) {
        recorder.tell(request + ": " + failure.getMessage());
        return failure.status() == 0
                ? new Reply.Disconnect()
                : own(
                        request,
                        Response.text(failure.status() + " " + failure.getMessage() + "\n")
                                .withStatus(failure.status())
                                .withHeader("Connection", "close"));
    }

    private Reply reply(Request request, Response response, boolean held) {
        return response.timing().of(whole(request, response.message(), response.content(), held));
    }

    private Reply whole(Request request, ResponseMessage head, ResponseContent content, boolean held) {
        if (content instanceof ResponseContent.Whole) {
            return new Reply.Now(head, held);
        } else if (content instanceof ResponseContent.Sent sent) {
            return new Reply.Now(head.withBody(sent.body().octets()), false);
        } else if (content instanceof ResponseContent.Streamed streamed) {
            return new Reply.Stream(head.status(), head.fields(), streamed.body());
        } else if (content instanceof ResponseContent.WebSocket socket) {
            return new Reply.Upgrade(head.fields(), opened(request, socket.handler()));
        }
        EventStreamHandler handler = ((ResponseContent.Events) content).handler();
        return new Reply.Feed(head.status(), head.fields(), opened(request, handler));
    }

    private WebSocketEndpoint opened(Request request, WebSocketHandler handler) {
        return new WebSocketSession(request, handler, recorder, recorder.webSockets()::add).endpoint();
    }

    private StreamSource opened(Request request, EventStreamHandler handler) {
        return new EventStream(request, handler, recorder, recorder.eventStreams()::add).endpoint();
    }
}
