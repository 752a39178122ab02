package io.github.postfixture.web;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPlan;
import io.github.postfixture.fault.FaultScript;
import io.github.postfixture.web.Dispatched.Answered;
import io.github.postfixture.web.Dispatched.Searching;
import io.github.postfixture.web.engine.HandshakeReply;
import io.github.postfixture.web.engine.IncomingContent;
import io.github.postfixture.web.engine.MediaTypes;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.RequestHandler;
import io.github.postfixture.web.engine.RequestMessage;
import io.github.postfixture.web.engine.ResponseMessage;
import io.github.postfixture.web.fault.HandshakeFaults;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.recording.Recording;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Handler;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.stub.NearestStub;
import io.github.postfixture.web.stub.Stub;
import io.github.postfixture.web.stub.StubAnswer;
import io.github.postfixture.web.stub.Stubs;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Decides how each request is answered. */
final class Dispatcher implements RequestHandler {

    private static final String READ_BY_SERVICE =
            "The service reads the content of the request from its body; what was read is in the exchange afterwards";

    private final Services services = new Services();
    private final Stubs stubs = new Stubs();
    private final FaultScript script;
    private final FaultPlan<Request, HttpFault> faults;
    private final HandshakeFaults handshakes;
    private final Optional<Recording> recording;
    private final Sites sites;
    private final ExchangeRecorder recorder;
    private final Replies replies;
    private volatile boolean proxy;

    Dispatcher(List<SiteMount> mounts, MediaTypes types, Optional<Recording> recording, ExchangeRecorder recorder) {
        this.recording = recording;
        this.recorder = recorder;
        script = new FaultScript(recorder.timeline());
        faults = script.plan("http", Request::target);
        handshakes = new HandshakeFaults(script);
        sites = new Sites(mounts, types, recorder.clock());
        replies = new Replies(recorder);
    }

    Services services() {
        return services;
    }

    Replies replies() {
        return replies;
    }

    Stubs stubs() {
        return stubs;
    }

    /** Return the server that is recorded, if one is. */
    Optional<URI> origin() {
        return recording.map(Recording::origin);
    }

    FaultPlan<Request, HttpFault> faults() {
        return faults;
    }

    void close() {
        sites.close();
        services.close();
    }

    /** Return the faults of TLS handshakes. */
    HandshakeFaults handshakes() {
        return handshakes;
    }

    /** Return all faults. */
    FaultScript script() {
        return script;
    }

    @Override
    public HandshakeReply handshake(String name) {
        return handshakes.reply(name);
    }

    @Override
    public void failed(Throwable failure) {
        recorder.timeline().append("http", new HandshakeFailure(failure));
    }

    @Override
    public PendingExchange receive(RequestMessage message) {
        return new RecordedExchange(new Request(message, proxy), this, recorder);
    }

    /** Let a service that is mounted there read the content of a request itself. */
    @Override
    public Optional<PendingExchange> receive(RequestMessage head, Supplier<IncomingContent> content) {
        if (services.isEmpty()) {
            return Optional.empty();
        }
        Request request = new Request(head.withoutContent(READ_BY_SERVICE), proxy);
        return services.find(request)
                .map(service -> new ServiceExchange(
                        new RecordedExchange(request, this, recorder), this, service, content.get()));
    }

    void becomeProxy() {
        proxy = true;
    }

    @Override
    public InstantSource clock() {
        return recorder.clock();
    }

    @Override
    public boolean isProxy() {
        return proxy;
    }

    @Override
    public void cutOff(String connection) {
        String test = recorder.timeline()
                .subject()
                .map(about -> " of " + about.test())
                .orElse("");
        System.getLogger("io.github.postfixture")
                .log(Level.WARNING, "Broke " + connection + ", as the server" + test + " is closed");
    }

    @Override
    public Optional<ResponseMessage> refusal(int status) {
        return sites.refusal(status);
    }

    @Override
    public void refused(String reason) {
        recorder.tell(reason);
    }

    @Override
    public void tell(String remark) {
        recorder.tell(remark);
    }

    /** Decide how to answer a request; must not block. */
    Dispatched dispatch(Request request) {
        return unlessFaulty(request, AnsweredBy.UNKNOWN, () -> answer(request));
    }

    /** Let a fault strike, or go on. */
    Dispatched unlessFaulty(Request request, AnsweredBy by, Supplier<Dispatched> ordinary) {
        return faults.strike(request)
                .map(fault -> fail(request, by, fault, ordinary))
                .orElseGet(ordinary);
    }

    private Dispatched fail(
            Request request, AnsweredBy by, Fault<? super HttpFault> fault, Supplier<Dispatched> ordinary) {
        HttpEffect effect = HttpEffect.of(fault);
        if (effect instanceof HttpEffect.Replaces replaces) {
            return new Answered(by.spoiled(), request, replaces.reply());
        } else if (effect instanceof HttpEffect.Alters alters) {
            return ordinary.get().spoiled(alters.change());
        }
        Runnable action = ((HttpEffect.Precedes) effect).action();
        return new Searching(by.spoiled(), () -> runBefore(ordinary, action, request, by));
    }

    private Dispatched runBefore(Supplier<Dispatched> ordinary, Runnable action, Request request, AnsweredBy by) {
        try {
            action.run();
        } catch (Throwable failure) {
            Reply failed = replies.failed(request, failure, "What a fault ran before " + request);
            return new Answered(by.spoiled(), request, failed);
        }
        return ordinary.get().spoiled(UnaryOperator.identity());
    }

    private Dispatched answer(Request request) {
        Optional<Stub> stub = stubs.find(request);
        if (stub.isPresent()) {
            return stub.get()
                    .next()
                    .map(next -> follow(
                            stub.get(),
                            next,
                            request.withPathVariables(stub.get().variables(request))))
                    .orElseGet(() -> answer(request));
        }
        return sites.isEmpty() ? nothing(request) : browse(request);
    }

    private Dispatched follow(Stub stub, StubAnswer answer, Request request) {
        AnsweredBy by = AnsweredBy.of(stub);
        if (answer instanceof StubAnswer.Fixed fixed) {
            return new Answered(by, request, replies.shared(request, fixed.response()));
        } else if (answer instanceof StubAnswer.Handled handled) {
            return new Answered(by, request, new Reply.Work(() -> ask(handled.handler(), request)));
        }
        StubAnswer.Faulty faulty = (StubAnswer.Faulty) answer;
        recorder.tell("fault of stub " + stub + " (" + faulty.fault() + ") strikes at " + request);
        return fail(request, by, faulty.fault(), () -> follow(stub, faulty.ordinary(), request));
    }

    /** Let a handler answer, on the calling thread. */
    private Reply ask(Handler handler, Request request) {
        try {
            return replies.own(request, handler.handle(request));
        } catch (Throwable failure) {
            return replies.failed(request, failure, "The handler of " + request);
        }
    }

    private Dispatched browse(Request request) {
        AnsweredBy site = AnsweredBy.of(Exchange.Source.SITE);
        return new Searching(
                site,
                () -> sites.reply(request.message())
                        .<Dispatched>map(reply -> new Answered(site, request, reply))
                        .orElseGet(() -> nothing(request)));
    }

    private Dispatched nothing(Request request) {
        return recording
                .<Dispatched>map(
                        server -> new Answered(AnsweredBy.of(Exchange.Source.ORIGIN), request, server.forward(request)))
                .orElseGet(() -> miss(request));
    }

    private Dispatched miss(Request request) {
        List<String> methods = stubs.otherMethods(request);
        String nearest =
                NearestStub.of(request, stubs).map(NearestStub::describe).orElse("");
        Response response = Response.text(
                "No stub answers " + request + "; " + nearest + (nearest.isEmpty() ? "" : "; ") + describe() + "\n");
        Response told = methods.isEmpty()
                ? response.withStatus(404)
                : response.withStatus(405).withHeader("Allow", String.join(", ", methods));
        return new Answered(AnsweredBy.nothing(nearest), request, replies.own(request, told));
    }

    /** Return what there is, such as {@code the stubs are:} and a line for each, of many the first. */
    String describe() {
        List<String> lines = Stream.of(
                        stubs.all().map(Stub::toString).sorted(),
                        sites.describe().stream(),
                        services.describe().stream())
                .flatMap(each -> each)
                .toList();
        return lines.isEmpty() ? "there are no stubs" : "the stubs are:\n" + Listing.of(lines);
    }
}
