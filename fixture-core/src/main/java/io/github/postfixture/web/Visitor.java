package io.github.postfixture.web;

import io.github.postfixture.web.jetty.Answer;
import io.github.postfixture.web.jetty.Feeder;
import io.github.postfixture.web.jetty.KeptBody;
import io.github.postfixture.web.jetty.Reply;
import io.github.postfixture.web.jetty.Talk;
import io.github.postfixture.web.jetty.Visit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One request on its way to an answer. */
final class Visitor implements Visit {

    /** How long a content may be, in bytes, to be looked through on the thread that also serves others. */
    private static final int SHORT = 16 << 10;

    private volatile Request request;
    private final Script script;
    private final Ledger ledger;
    private final Request arrived;
    private final Timing timing = new Timing();
    private volatile Origin origin = Origin.UNKNOWN;
    private volatile boolean isMade;

    Visitor(Request request, Script script, Ledger ledger) {
        this.request = request;
        this.script = script;
        this.ledger = ledger;
        arrived = request;
        ledger.begin(request);
    }

    Request request() {
        return request;
    }

    @Override
    public Reply reply() {
        return arrived.length() > SHORT ? new Reply.Work(() -> script.reply(this)) : script.reply(this);
    }

    @Override
    public Runnable record(Optional<Answer> answer, KeptBody body, long length) {
        timing.ready();
        Optional<Response> response = answer.map(sent -> new Response(sent, body, length));
        ledger.exchanges().end(arrived);
        Runnable publication = ledger.exchanges().record(new Exchange(request, response, origin, timing));
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
        ledger.failed(request, failure);
    }

    Reply fail(HttpFault fault, Supplier<Reply> ordinary) {
        Reply reply = fault.applyTo(ordinary);
        origin = origin.spoiled();
        return reply;
    }

    Reply follow(Stub found, Function<Visitor, Reply> answer) {
        origin = Origin.of(found);
        request = request.withPathVariables(found.variables(request));
        return answer.apply(this);
    }

    Reply browse(Sites sites, Supplier<Reply> otherwise) {
        origin = Origin.of(Exchange.Source.SITE);
        return new Reply.Work(() -> sites.reply(request.call()).orElseGet(otherwise));
    }

    /** Let the server that is recorded answer. */
    Reply forward(Recording recording) {
        origin = Origin.of(Exchange.Source.ORIGIN);
        return recording.forward(request);
    }

    Reply miss(Response response, String note) {
        origin = Origin.nothing(note);
        isMade = true;
        return response.reply(this);
    }

    /** Return whether the response was made for this request, and is held by nobody else. */
    boolean isMade() {
        return isMade;
    }

    /** Play a WebSocket. */
    Talk talk(WebSocketHandler handler) {
        return new WebSocketSession(request, handler, ledger).line();
    }

    /** Feed an event stream. */
    Feeder feed(EventStreamHandler handler) {
        return new EventStream(request, handler, ledger).line();
    }

    /** Let a handler answer, on the calling thread. */
    Reply ask(Handler handler) {
        isMade = true;
        try {
            return handler.handle(request).reply(this);
        } catch (Throwable failure) {
            ledger.failed(request, failure);
            return Response.text("The handler of " + request + " failed; its failure is on the timeline\n")
                    .withStatus(500)
                    .reply(this);
        }
    }
}
