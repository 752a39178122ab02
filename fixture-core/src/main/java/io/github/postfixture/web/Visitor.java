package io.github.postfixture.web;

import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.jetty.Answer;
import io.github.postfixture.web.jetty.Reply;
import io.github.postfixture.web.jetty.StaticSite;
import io.github.postfixture.web.jetty.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One request on its way to an answer. */
final class Visitor implements Visit {

    private final Request request;
    private final Script script;
    private final Exchanges exchanges;
    private final Timeline timeline;
    private final Instant at = Instant.now();
    private final long began = System.nanoTime();
    private volatile Exchange.Source source = Exchange.Source.NOTHING;

    Visitor(Request request, Script script, Exchanges exchanges, Timeline timeline) {
        this.request = request;
        this.script = script;
        this.exchanges = exchanges;
        this.timeline = timeline;
    }

    Request request() {
        return request;
    }

    @Override
    public Reply reply() {
        return script.reply(this);
    }

    @Override
    public Runnable record(Optional<Answer> answer, long length) {
        Duration duration = Duration.ofNanos(System.nanoTime() - began);
        Optional<Response> response = answer.map(sent -> new Response(sent, length));
        return exchanges.record(new Exchange(request, response, source, at, duration));
    }

    Reply fail(HttpFault fault, Supplier<Reply> ordinary) {
        source = Exchange.Source.FAULT;
        return fault.applyTo(ordinary);
    }

    Reply follow(Stub stub) {
        source = Exchange.Source.STUB;
        return stub.answer().apply(this);
    }

    Reply browse(List<StaticSite> sites, Supplier<Reply> otherwise) {
        source = Exchange.Source.SITE;
        return new Reply.Files(sites, otherwise);
    }

    Reply miss(Response response) {
        source = Exchange.Source.NOTHING;
        return new Reply.Now(response.answer());
    }

    /** Let a handler answer, on the calling thread. */
    Reply ask(Handler handler) {
        try {
            return new Reply.Now(handler.handle(request).answer());
        } catch (Throwable failure) {
            timeline.append("http", new HandlerFailure(request, failure));
            return new Reply.Now(
                    Response.text("The handler of " + request + " failed; its failure is on the timeline\n")
                            .withStatus(500)
                            .answer());
        }
    }
}
