package io.github.postfixture.web;

import io.github.postfixture.Endpoint;
import io.github.postfixture.Fixture;
import io.github.postfixture.explanation.Listing;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPoint;
import io.github.postfixture.net.NeverConnected;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.page.Page;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.TlsFault;
import io.github.postfixture.web.engine.HostContext;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.fault.HttpFaultPoint;
import io.github.postfixture.web.recording.Har;
import io.github.postfixture.web.recording.HarReplay;
import io.github.postfixture.web.recording.Recording;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Handler;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.service.Service;
import io.github.postfixture.web.sse.EventStream;
import io.github.postfixture.web.stub.Stub;
import io.github.postfixture.web.stub.StubBuilder;
import io.github.postfixture.web.websocket.WebSocketSession;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * A throwaway web server: it answers from stubs and sites, and keeps every exchange.
 *
 * <pre>{@code
 * try (WebServer web = WebServer.start()) {
 *     web.serve("/confirm", Response.html("<h1>Address confirmed</h1>"));
 *     application.confirmAt(web.uri("/confirm"));
 *     assertThat(web.awaitRequest()).hasMethod("GET").hasPath("/confirm");
 * }
 * }</pre>
 *
 * <p>It listens on the loopback interface, at any free port, from the moment the endpoint is asked for. Stubs come
 * before sites; what neither answers gets status 404 and a list of what there is. Safe for use by several threads.
 */
public final class WebServer implements Fixture, AssertProvider<WebServerAssert> {

    private final WebEndpoints endpoints;
    private final Dispatcher dispatcher;
    private final ExchangeLog exchanges;
    private final WebWait wait;
    private final Timeline timeline;
    private final ExchangeRecorder recorder;
    private final boolean strict;
    private final ConnectionPolicy allowed;
    private final InstantSource clock;

    WebServer(WebServerBuilder builder) {
        timeline = builder.timeline.get();
        strict = builder.strict;
        allowed = builder.allowed;
        clock = builder.clock;
        exchanges = new ExchangeLog(timeline, builder.timeout, this::isOpen, builder.accessLog, builder.maxRecord);
        recorder = ExchangeRecorder.of(timeline, builder.clock, exchanges);
        dispatcher = new Dispatcher(
                List.copyOf(builder.mounts),
                WebEndpoints.mediaTypes(),
                builder.origin.map(origin -> new Recording(origin, recorder::tell)),
                recorder);
        wait = new WebWait(recorder, this::whyNone);
        HostContext context = new HostContext(dispatcher, builder.settings);
        endpoints = new WebEndpoints(
                        context,
                        builder.whereabouts,
                        timeline,
                        builder.place.orElseGet(Reservation::forOneServer),
                        dispatcher::close)
                .opened();
        try {
            builder.httpPort.ifPresent(endpoints::openHttp);
            builder.httpsPort.ifPresent(endpoints::openHttps);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Start a server with no stubs and no sites. */
    public static WebServer start() {
        return builder().start();
    }

    /** Return a builder of a server. */
    public static WebServerBuilder builder() {
        return new WebServerBuilder();
    }

    /**
     * Return the HTTP endpoint.
     *
     * @throws IllegalStateException if the server was closed before anybody asked
     */
    public Endpoint http() {
        return endpoints.http();
    }

    /**
     * Return the HTTPS endpoint, whose certificate is from
     * {@link io.github.postfixture.tls.CertificateAuthority#ofThisJvm()}.
     *
     * @throws IllegalStateException if the server was closed before anybody asked
     */
    public Endpoint https() {
        return endpoints.https();
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints.known();
    }

    /**
     * Return an HTTP proxy that leads to this server, whatever host the client asks it for: for clients whose host is
     * written into them. {@link StubBuilder#withHost(String)} and {@link Request#host()} tell the hosts apart. Within
     * CONNECT the server speaks TLS, with a certificate of
     * {@link io.github.postfixture.tls.CertificateAuthority#ofThisJvm()} for that host.
     */
    public Endpoint proxy() {
        dispatcher.becomeProxy();
        return endpoints.http();
    }

    /** Return the same proxy as {@link #proxy()} for a {@link java.net.http.HttpClient}. */
    public ProxySelector proxySelector() {
        Endpoint proxy = proxy();
        return ProxySelector.of(new InetSocketAddress(proxy.host(), proxy.port()));
    }

    /** Return the URI of a path, with its query if it has one, at the HTTP endpoint. */
    public URI uri(String path) {
        return http().uri(path);
    }

    /**
     * Open the page at a path of the HTTP endpoint, as a reader would; the request is recorded like any other. It leads to
     * this machine, and to the hosts that {@link WebServerBuilder#allowing(String...)} names.
     */
    public Page open(String path) {
        return Page.session().withClock(clock).allowing(allowed).open(uri(path));
    }

    /**
     * Say for which requests of a method a stub is.
     *
     * @param method such as {@code GET}, which stands for HEAD too
     * @param path a path or a template: {@code /users/{id}}, {@code /reports/{name}.pdf}, {@code /files/{path*}}
     */
    public StubBuilder on(String method, String path) {
        return new StubBuilder(dispatcher.stubs(), method, path);
    }

    /** Say for which requests of any method a stub is; otherwise as {@link #on(String, String)}. */
    public StubBuilder on(String path) {
        return new StubBuilder(dispatcher.stubs(), Stub.ANY, path);
    }

    /** Answer every request to a path, whatever its method. A later stub of the same path and method replaces it. */
    public WebServer serve(String path, Response response) {
        on(path).answer(response);
        return this;
    }

    /** Let a handler answer every request to a path, whatever its method. */
    public WebServer serve(String path, Handler handler) {
        on(path).answer(handler);
        return this;
    }

    /** Answer the requests to a path that have this method; GET stands for HEAD too. */
    public WebServer serve(String method, String path, Response response) {
        on(method, path).answer(response);
        return this;
    }

    /** Let a handler answer the requests to a path that have this method; GET stands for HEAD too. */
    public WebServer serve(String method, String path, Handler handler) {
        on(method, path).answer(handler);
        return this;
    }

    /**
     * Let a service answer every request to a path and to all below it, before stubs and sites are looked for; faults strike it
     * as anything else. Of several, that with the longer path answers, then the latest. Closed with the server.
     */
    public WebServer mount(String prefix, Service service) {
        dispatcher.services().mount(MountPoint.below(prefix), service);
        return this;
    }

    /**
     * Let a service answer those who ask for a host by its name, in {@code Host} or as HTTP/2's authority, as clients of
     * {@link #proxy()} do; otherwise as {@link #mount(String, Service)}.
     *
     * @param host such as {@code api.example.org} or {@code *.example.org}
     */
    public WebServer virtualHost(String host, Service service) {
        dispatcher.services().mount(MountPoint.at(host), service);
        return this;
    }

    /**
     * Wait for the next request that no other await has returned, until its answer has left.
     *
     * @throws AssertionError if none comes within the timeout
     * @throws IllegalStateException if the server is closed and there is none
     */
    public Exchange awaitRequest() {
        return awaitRequests(1).get(0);
    }

    /** Wait for the next request to a path, or to a template of paths; otherwise as {@link #awaitRequest()}. */
    public Exchange awaitRequest(String path) {
        return awaitRequest(RequestCriteria.path(path));
    }

    /** Wait for the next request that meets the criteria; otherwise as {@link #awaitRequest()}. */
    public Exchange awaitRequest(RequestCriteria criteria) {
        return awaitRequests(1, criteria).get(0);
    }

    /** Wait for the next request for which the condition holds; otherwise as {@link #awaitRequest()}. */
    public Exchange awaitRequest(Predicate<? super Exchange> condition) {
        return wait.exchanges(1, AwaitCondition.of(condition)).get(0);
    }

    /** Wait for several requests, all within one timeout; otherwise as {@link #awaitRequest()}. */
    public List<Exchange> awaitRequests(int count) {
        return awaitRequests(count, RequestCriteria.any());
    }

    /** Wait for several requests that meet the criteria, all within one timeout. */
    public List<Exchange> awaitRequests(int count, RequestCriteria criteria) {
        return wait.exchanges(count, AwaitCondition.of(criteria));
    }

    /**
     * Wait for the next request to a path, or to a template of paths, that no such wait has returned: from its arrival
     * on, whether it is answered or not.
     *
     * @throws AssertionError if none comes within the timeout
     */
    public Request awaitArrival(String path) {
        return awaitArrival(RequestCriteria.path(path));
    }

    /** Wait for the next request that meets the criteria; otherwise as {@link #awaitArrival(String)}. */
    public Request awaitArrival(RequestCriteria criteria) {
        return wait.arrival(ExchangeRecorder::requests, criteria);
    }

    /** Wait for the next WebSocket that a client opens at a path; otherwise as {@link #awaitArrival(String)}. */
    public WebSocketSession awaitWebSocket(String path) {
        return awaitWebSocket(RequestCriteria.path(path));
    }

    /** Wait for the next WebSocket whose request meets the criteria; otherwise as {@link #awaitArrival(String)}. */
    public WebSocketSession awaitWebSocket(RequestCriteria criteria) {
        return wait.arrival(ExchangeRecorder::webSockets, criteria);
    }

    /** Wait for the next event stream that a client opens at a path; otherwise as {@link #awaitArrival(String)}. */
    public EventStream awaitEventStream(String path) {
        return awaitEventStream(RequestCriteria.path(path));
    }

    /** Wait for the next event stream whose request meets the criteria; otherwise as {@link #awaitArrival(String)}. */
    public EventStream awaitEventStream(RequestCriteria criteria) {
        return wait.arrival(ExchangeRecorder::eventStreams, criteria);
    }

    /**
     * Return all exchanges so far, in order, those that an await has returned included. Who asks for a content of theirs
     * that was dropped gets an {@link AssertionError}; see {@link WebServerBuilder#maxRecord(long)}.
     */
    public List<Exchange> exchanges() {
        return exchanges.all();
    }

    /**
     * Return the exchanges so far as an HTTP Archive, those without a proper answer aside; {@link Har#save(Path)} writes it
     * to a file, without what the requests logged in with. What came from a server that is recorded has its URL there.
     *
     * @throws IllegalStateException if a content was too large to be kept whole
     * @throws AssertionError if a content was dropped; see {@link WebServerBuilder#maxRecord(long)}
     */
    public Har har() {
        return new HarExport(dispatcher.origin()).of(exchanges());
    }

    /**
     * Answer as in an HTTP Archive: requests with the same method, path, query and content get the same answers in the same
     * order, and the last one stays. JSON is compared as JSON, and content in parts whatever its boundary. The host does
     * not matter, unless the archive has the same request to several: then each but the first answers only to its name.
     *
     * @throws IllegalArgumentException if an answer cannot be sent; the message names the entry
     */
    public WebServer replay(Har har) {
        new HarReplay(this::on).add(har);
        timeline.append("http", "replays " + har);
        return this;
    }

    /**
     * Begin to script a fault of HTTP, at the requests to a path, whatever their method.
     *
     * @param path a path or a template: {@code /users/{id}}, {@code /reports/{name}.pdf}, {@code /files/{path*}}
     */
    public HttpFaultPoint at(String path) {
        return HttpFaultPoint.at(dispatcher.faults(), path);
    }

    /**
     * Begin to script a fault of HTTP, at the requests of a method to a path; otherwise as {@link #at(String)}.
     *
     * @param method such as {@code GET}, which stands for HEAD too
     * @throws IllegalArgumentException if no client sends the method so, or it has no path
     */
    public HttpFaultPoint at(String method, String path) {
        return HttpFaultPoint.at(dispatcher.faults(), method, path);
    }

    /** Begin to script a fault of the TLS handshakes: those at the HTTPS endpoint, and those within CONNECT of the proxy. */
    public FaultPoint<TlsFault> atHandshake() {
        return dispatcher.handshakes();
    }

    /** Let the next request to that path fail, once. Several faults of a path strike one after the other. */
    public void failNext(String path, Fault<? super HttpFault> fault) {
        at(path).next(fault);
    }

    /**
     * Begin anew: forget all stubs, faults and exchanges, and what awaits have not returned. Endpoints, sites, services and
     * settings stay, and so do open connections, the timeline and the failures on it.
     */
    public void reset() {
        clearFaults();
        dispatcher.stubs().clear();
        recorder.clear();
        timeline.append("http", "reset by the test");
    }

    /** Forget all scripted faults: those that have struck strike no more, and those left are no problem of the test. */
    public void clearFaults() {
        dispatcher.script().clear();
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL)
    public void noteContents() {
        dispatcher.script().noteUses("http");
    }

    /**
     * Verify that no handler failed; at a strict server also that somebody answered every request, and that every stub
     * was used and every fault struck.
     *
     * @throws AssertionError if not; what the handlers threw is attached as suppressed
     */
    @Override
    public void verify() {
        check(0).verify(strict);
    }

    @Override
    public void verifySince(int event) {
        check(event).verify(strict);
    }

    /** Return what {@link #verify()} would find if the server were strict, one line each. */
    @Override
    public List<String> problems() {
        return check(0).all();
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Duration timeout() {
        return exchanges.timeout();
    }

    @Override
    public String whoConnected() {
        List<Request> unanswered = exchanges.unanswered();
        if (!unanswered.isEmpty()) {
            return "\nNot answered yet:\n" + Listing.of(unanswered);
        }
        return endpoints.isVisited()
                ? "\nSomebody connected, but no whole request came."
                : NeverConnected.inWords(endpoints.known(), "http()");
    }

    @Override
    public void close() {
        if (endpoints.close()) {
            timeline.append("http", "closed");
            timeline.conclude();
        }
    }

    /** Return an assertion on what came and did not come; called by AssertJ's own {@code assertThat}. */
    @Override
    public WebServerAssert assertThat() {
        return new WebServerAssert(this);
    }

    @Override
    public String toString() {
        return "web server";
    }

    /** Return the stub that answers a request, if there is one. */
    Optional<Stub> stub(Request request) {
        return dispatcher.stubs().find(request);
    }

    /** Return why no request came at all, as the rest of a sentence. */
    String whyNone() {
        return new NoRequest(endpoints, timeline).inWords();
    }

    WebWait arrivals() {
        return wait;
    }

    private Problems check(int event) {
        return new Problems(dispatcher, exchanges, timeline.after(event).failures());
    }

    private boolean isOpen() {
        return endpoints.isOpen();
    }
}
