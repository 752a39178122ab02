package io.github.postfixture.web;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.fault.FaultPlan;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.tls.TlsFault;
import io.github.postfixture.web.engine.Answer;
import io.github.postfixture.web.engine.Call;
import io.github.postfixture.web.engine.IncomingContent;
import io.github.postfixture.web.engine.MediaTypes;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.RequestHandler;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Decides how each request is answered. */
final class Script implements RequestHandler {

    private static final String READ_BY_SERVICE =
            "The service reads the content of the request from its body; what was read is in the exchange afterwards";

    private final Services services = new Services();
    private final Stubs stubs = new Stubs();
    private final FaultPlan<Request, HttpFault> faults = new FaultPlan<>();
    private final FaultPlan<String, TlsFault> handshakeFaults = new FaultPlan<>();
    private final Optional<Recording> recording;
    private final Sites sites;
    private final ExchangeRecorder recorder;
    private volatile boolean proxy;

    Script(List<SiteMount> mounts, MediaTypes types, Optional<Recording> recording, ExchangeRecorder recorder) {
        this.recording = recording;
        this.recorder = recorder;
        sites = new Sites(mounts, types);
    }

    Services services() {
        return services;
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

    /** Return the faults of TLS handshakes, at the host that the server plays. */
    FaultPlan<String, TlsFault> handshakeFaults() {
        return handshakeFaults;
    }

    /** Return, one line each, the planned faults that have never struck. */
    Stream<String> unusedFaults() {
        return Stream.of(faults, handshakeFaults).flatMap(plan -> plan.unused().stream());
    }

    void clearFaults() {
        faults.clear();
        handshakeFaults.clear();
    }

    @Override
    public SSLContext tls(String name) {
        Optional<TlsFault> fault = handshakeFaults.strike(name);
        fault.ifPresent(struck -> tell("fault (" + struck + ") strikes at the TLS handshake of https"));
        return fault.map(struck -> struck.serverContextAt(name))
                .orElseGet(() -> CertificateAuthority.ofThisJvm().serverContextAt(name));
    }

    @Override
    public PendingExchange receive(Call call) {
        return new Visitor(new Request(call, proxy), this, recorder);
    }

    /** Let a service that is mounted there read the content of a request itself. */
    @Override
    public Optional<PendingExchange> receive(Call head, Supplier<IncomingContent> content) {
        if (services.isEmpty()) {
            return Optional.empty();
        }
        Request request = new Request(head.withoutContent(READ_BY_SERVICE), proxy);
        return services.find(request).map(service -> new ServiceExchange(serve(request), service, content.get()));
    }

    private Visitor serve(Request request) {
        return new Visitor(request, this, recorder, AnsweredBy.of(Exchange.Source.SERVICE));
    }

    void becomeProxy() {
        proxy = true;
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
    public Optional<Answer> refusal(int status) {
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

    Reply reply(Visitor visitor) {
        return visitor.unlessFaulty(() -> answer(visitor));
    }

    private Reply answer(Visitor visitor) {
        Optional<Stub> stub = stubs.find(visitor.request());
        if (stub.isPresent()) {
            return stub.get()
                    .next()
                    .map(next -> visitor.follow(stub.get(), next))
                    .orElseGet(() -> answer(visitor));
        }
        return sites.isEmpty() ? nothing(visitor) : visitor.browse(sites, () -> nothing(visitor));
    }

    private Reply nothing(Visitor visitor) {
        return recording.isPresent() ? visitor.forward(recording.get()) : miss(visitor);
    }

    private Reply miss(Visitor visitor) {
        Request request = visitor.request();
        List<String> methods = stubs.otherMethods(request);
        String nearest =
                NearestStub.of(request, stubs).map(NearestStub::describe).orElse("");
        Response response = Response.text(
                "No stub answers " + request + "; " + nearest + (nearest.isEmpty() ? "" : "; ") + describe() + "\n");
        return visitor.miss(
                methods.isEmpty()
                        ? response.withStatus(404)
                        : response.withStatus(405).withHeader("Allow", String.join(", ", methods)),
                nearest);
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
