package io.github.postfixture.web;

import io.github.postfixture.net.Octets;
import io.github.postfixture.web.engine.Answer;
import io.github.postfixture.web.engine.IncompleteContentException;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.RecordedBody;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.StreamSource;
import io.github.postfixture.web.engine.WebSocketEndpoint;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One request on its way to an answer. */
final class Visitor implements PendingExchange {

    /** How long a content may be, in bytes, to be looked through on the thread that also serves others. */
    private static final int SHORT = 16 << 10;

    private volatile Request request;
    private final Script script;
    private final ExchangeRecorder recorder;
    private final Request arrived;
    private final Timing timing = new Timing();
    private volatile AnsweredBy origin;
    private volatile boolean isMade;

    Visitor(Request request, Script script, ExchangeRecorder recorder) {
        this(request, script, recorder, AnsweredBy.UNKNOWN);
    }

    Visitor(Request request, Script script, ExchangeRecorder recorder, AnsweredBy origin) {
        this.origin = origin;
        this.request = request;
        this.script = script;
        this.recorder = recorder;
        arrived = request;
        recorder.begin(request);
    }

    Request request() {
        return request;
    }

    @Override
    public Reply reply() {
        return arrived.length() > SHORT ? new Reply.Work(() -> script.reply(this)) : script.reply(this);
    }

    @Override
    public Runnable record(Optional<Answer> answer, RecordedBody body, long length) {
        timing.ready();
        Optional<Response> response = answer.map(sent -> new Response(sent, body, length));
        recorder.exchanges().end(arrived);
        Runnable publication = recorder.exchanges().record(new Exchange(request, response, origin, timing));
        return () -> {
            if (answer.isPresent()) {
                timing.end();
            }
            publication.run();
        };
    }

    @Override
    public void begin() {
        timing.begin();
    }

    @Override
    public void failed(Throwable failure) {
        recorder.failed(request, failure);
    }

    /** Let a fault strike, or go on. */
    Reply unlessFaulty(Supplier<Reply> ordinary) {
        return script.faults()
                .strike(request)
                .map(fault -> fail(fault, ordinary))
                .orElseGet(ordinary);
    }

    /** Take note of the content of the request, which was read while it was answered. */
    void hasRead(Octets kept, long length) {
        request = request.withContent(kept, length);
    }

    /** Send a response that was made for this request. */
    Reply reply(Response response) {
        isMade = true;
        return response.reply(this);
    }

    /** Tell a client, if it is still there, what is wrong with the content that it sends. */
    Reply incomplete(IncompleteContentException failure) {
        recorder.timeline().append("http", request + ": " + failure.getMessage());
        return failure.status() == 0
                ? new Reply.Disconnect()
                : reply(Response.text(failure.status() + " " + failure.getMessage() + "\n")
                        .withStatus(failure.status())
                        .withHeader("Connection", "close"));
    }

    /** Tell of code of the test's that failed, and answer so. */
    Reply failed(Throwable failure, String who) {
        recorder.failed(request, failure);
        return reply(
                Response.text(who + " failed; its failure is on the timeline\n").withStatus(500));
    }

    Reply fail(HttpFault fault, Supplier<Reply> ordinary) {
        Reply reply = fault.applyTo(ordinary);
        origin = origin.spoiled();
        return reply;
    }

    Reply follow(Stub found, Function<Visitor, Reply> answer) {
        origin = AnsweredBy.of(found);
        request = request.withPathVariables(found.variables(request));
        return answer.apply(this);
    }

    Reply browse(Sites sites, Supplier<Reply> otherwise) {
        origin = AnsweredBy.of(Exchange.Source.SITE);
        return new Reply.Work(() -> sites.reply(request.call()).orElseGet(otherwise));
    }

    /** Let the server that is recorded answer. */
    Reply forward(Recording recording) {
        origin = AnsweredBy.of(Exchange.Source.ORIGIN);
        return recording.forward(request);
    }

    Reply miss(Response response, String note) {
        origin = AnsweredBy.nothing(note);
        isMade = true;
        return response.reply(this);
    }

    /** Return whether the response was made for this request, and is held by nobody else. */
    boolean isMade() {
        return isMade;
    }

    /** Play a WebSocket. */
    WebSocketEndpoint webSocket(WebSocketHandler handler) {
        return new WebSocketSession(request, handler, recorder).line();
    }

    /** Feed an event stream. */
    StreamSource feed(EventStreamHandler handler) {
        return new EventStream(request, handler, recorder).line();
    }

    /** Let a handler answer, on the calling thread. */
    Reply ask(Handler handler) {
        try {
            return reply(handler.handle(request));
        } catch (Throwable failure) {
            return failed(failure, "The handler of " + request);
        }
    }
}
