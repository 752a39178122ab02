package io.github.postfixture.web;

import io.github.postfixture.net.BindAddress;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.ClientCertificate;
import io.github.postfixture.web.engine.ConnectionSettings;
import io.github.postfixture.web.recording.Recording;
import io.github.postfixture.web.site.Site;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** Builds a {@link WebServer}. Every setting has a default. Not safe for use by several threads. */
public final class WebServerBuilder {

    private static final long MOST_RECORD = 64 << 20;

    final List<SiteMount> mounts = new ArrayList<>();
    OptionalInt httpPort = OptionalInt.empty();
    OptionalInt httpsPort = OptionalInt.empty();
    BindAddress whereabouts = BindAddress.LOOPBACK;
    Duration timeout = Duration.ofSeconds(5);
    ConnectionSettings settings = ConnectionSettings.STANDARD;
    boolean accessLog;
    long maxRecord = Math.min(MOST_RECORD, Runtime.getRuntime().maxMemory() / 4);
    Supplier<Timeline> timeline = Timeline::new;
    Optional<Reservation> place = Optional.empty();
    InstantSource clock = InstantSource.system();
    boolean strict;
    ConnectionPolicy allowed = ConnectionPolicy.LOCAL;
    Optional<URI> origin = Optional.empty();

    WebServerBuilder() {}

    /** Serve a site from the root on. */
    public WebServerBuilder site(Site site) {
        return site("/", site);
    }

    /** Serve a site below a path. Of several, the first that has a file answers. */
    public WebServerBuilder site(String prefix, Site site) {
        mounts.add(new SiteMount(MountPoint.below(prefix), site));
        return this;
    }

    /**
     * Serve a site to those who ask for a host by its name, in {@code Host} or as HTTP/2's authority; all others get the
     * sites that have no host.
     *
     * @param host such as {@code shop.example} or {@code *.shop.example}
     */
    public WebServerBuilder virtualHost(String host, Site site) {
        mounts.add(new SiteMount(MountPoint.at(host), site));
        return this;
    }

    /** Tell every exchange as a line of an access log too, in the combined format; by default none. */
    public WebServerBuilder accessLog() {
        accessLog = true;
        return this;
    }

    /**
     * Listen for HTTP at this port, from the start; by default at any free port, once asked for.
     *
     * @throws IllegalArgumentException if it is not between 1 and 65535
     */
    public WebServerBuilder httpPort(int port) {
        httpPort = OptionalInt.of(checkPort(port));
        return this;
    }

    /**
     * Listen for HTTPS at this port, from the start; by default at any free port, once asked for.
     *
     * @throws IllegalArgumentException if it is not between 1 and 65535
     */
    public WebServerBuilder httpsPort(int port) {
        httpsPort = OptionalInt.of(checkPort(port));
        return this;
    }

    /** Listen at this address only; by default at the loopback addresses. */
    public WebServerBuilder address(InetAddress address) {
        whereabouts = whereabouts.at(address);
        return this;
    }

    /**
     * Listen at this address only; by default at the loopback addresses.
     *
     * @throws IllegalArgumentException if it cannot be resolved
     */
    public WebServerBuilder address(String address) {
        whereabouts = whereabouts.at(address);
        return this;
    }

    /**
     * Have this host in the endpoints, for clients that know this machine by another name, such as those in containers; the
     * certificate is for it too. By default the name of the address.
     *
     * @throws IllegalArgumentException if it is neither a name nor an address
     */
    public WebServerBuilder advertisedHost(String host) {
        whereabouts = whereabouts.advertisedAs(host);
        return this;
    }

    /**
     * Wait this long in awaits; by default 5 seconds.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public WebServerBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout (" + timeout + ") must be positive");
        }
        this.timeout = timeout;
        return this;
    }

    /** Close a connection on which nothing moves for this long; by default 30 seconds. */
    public WebServerBuilder idleTimeout(Duration idleTimeout) {
        settings = settings.withIdleTimeout(idleTimeout);
        return this;
    }

    /** Speak HTTP/1.1 only; by default HTTP/2 too, with clients that choose it by ALPN or know that it is there. */
    public WebServerBuilder withoutHttp2() {
        settings = settings.withoutHttp2();
        return this;
    }

    /**
     * Let {@link WebServer#verify()}, and so the JUnit extension, object to requests that nobody answers, to stubs that
     * nobody uses, and to faults that never strike. What browsers ask for unasked, {@code /favicon.ico}, does not count.
     */
    public WebServerBuilder strict() {
        strict = true;
        return this;
    }

    /**
     * Forward what no stub and no site answers to another server, and record it like everything else; see
     * {@link WebServer#har()}. By default nothing is forwarded.
     *
     * @param origin the root of that server, such as {@code http://localhost:8080}
     */
    public WebServerBuilder recording(URI origin) {
        this.origin = Optional.of(Recording.checked(origin));
        return this;
    }

    /**
     * Answer status 408 if the head of a request is not complete so long after its first byte; by default 30 seconds.
     */
    public WebServerBuilder headTimeout(Duration headTimeout) {
        settings = settings.withHeadTimeout(headTimeout);
        return this;
    }

    /**
     * Answer status 414 or 431 if the request line or the header fields are longer; by default 8192 bytes for both.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public WebServerBuilder maxHead(int bytes) {
        settings = settings.withMaxHead(Math.toIntExact(checkSize("maxHead", bytes)));
        return this;
    }

    /**
     * Answer status 413 if the content of a request is longer; by default 1 GiB.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public WebServerBuilder maxBody(long bytes) {
        settings = settings.withMaxBody(checkSize("maxBody", bytes));
        return this;
    }

    /**
     * Keep no more than this of the content of a request; by default 64 MiB. Of the rest, the length is known.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public WebServerBuilder keptBody(int bytes) {
        settings = settings.withKeptBody(Math.toIntExact(checkSize("keptBody", bytes)));
        return this;
    }

    /**
     * Hold no more than so many bytes of contents for the record of exchanges; by default 64 MiB, or a quarter of the heap
     * if that is less. What there is no room for is dropped: the oldest first, and what no await has returned yet last.
     * Who asks for it then gets an {@link AssertionError} that says so. What is held anyway does not count: the content of
     * a stub, of a site in memory, and of a file as long as it is the file that was sent.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public WebServerBuilder maxRecord(long bytes) {
        maxRecord = checkSize("maxRecord", bytes);
        return this;
    }

    /** Ask those who come by HTTPS for a certificate of the throwaway authority; by default they are not asked. */
    public WebServerBuilder clientCertificate(ClientCertificate clientCertificate) {
        settings = settings.withClientCertificate(clientCertificate);
        return this;
    }

    /**
     * Take the time from this clock: when a request was received, the {@code Date} of answers and the {@code Expires} of sites,
     * and whether a cookie of a page that {@link WebServer#open(String)} opens has expired; by default from the system's.
     * Timeouts, the timeline and certificates go by the time of the machine.
     */
    public WebServerBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /** Tell what happens on this timeline; by default on one of the server's own. */
    public WebServerBuilder timeline(Timeline timeline) {
        this.timeline = () -> timeline;
        return this;
    }

    /**
     * Let pages that {@link WebServer#open(String)} opens lead to these hosts too, by links, forms and redirects. By
     * default they lead nowhere but to this machine.
     *
     * @param hosts names and addresses, such as {@code shop.example.org}; {@code *.example.org} stands for all names below
     * @throws IllegalArgumentException if one is none
     */
    public WebServerBuilder allowing(String... hosts) {
        allowed = allowed.allowing(hosts);
        return this;
    }

    /** Answer at these ports, in place of the server before; by default at ports of its own. */
    public WebServerBuilder on(Reservation reservation) {
        place = Optional.of(reservation);
        return this;
    }

    /**
     * Return whether it is said at which ports it answers.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public boolean hasPlace() {
        return place.isPresent();
    }

    /** Return a builder with the same settings, which can be changed on its own. */
    public WebServerBuilder copy() {
        WebServerBuilder copy = new WebServerBuilder();
        copy.mounts.addAll(mounts);
        copy.httpPort = httpPort;
        copy.httpsPort = httpsPort;
        copy.whereabouts = whereabouts;
        copy.timeout = timeout;
        copy.settings = settings;
        copy.accessLog = accessLog;
        copy.maxRecord = maxRecord;
        copy.timeline = timeline;
        copy.place = place;
        copy.clock = clock;
        copy.strict = strict;
        copy.allowed = allowed;
        copy.origin = origin;
        return copy;
    }

    /**
     * Start the server.
     *
     * @throws java.io.UncheckedIOException if a port was asked for and cannot be had
     */
    public WebServer start() {
        return new WebServer(this);
    }

    private static long checkSize(String name, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException(name + " (" + bytes + ") must not be negative");
        }
        return bytes;
    }

    private static int checkPort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port (" + port + ") must be between 0 and 65535");
        }
        return port;
    }
}
