package io.github.postfixture.page;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.net.outgoing.ForeignHostException;
import io.github.postfixture.net.outgoing.OutwardClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A reader's way from page to page, with the cookies that were collected on it.
 *
 * <pre>{@code
 * Page home = Page.session()
 *         .withHeader("Accept-Language", "de")
 *         .withBasicAuth("alice", "secret")
 *         .open(web.uri("/"));
 * }</pre>
 *
 * <p>The settings are immutable: each method returns another session, which shares the cookies of this one. Safe for use by
 * several threads.
 */
public final class BrowsingSession {

    private static final int MOST_REDIRECTS = 20;

    private final RequestDefaults settings;
    private final CookieJar jar;

    BrowsingSession() {
        this(RequestDefaults.DEFAULT, new CookieJar());
    }

    private BrowsingSession(RequestDefaults settings, CookieJar jar) {
        this.settings = settings;
        this.jar = jar;
    }

    /**
     * Send this header with every request, in place of one of the same name.
     *
     * @throws IllegalArgumentException if it cannot be a header, or belongs to the connection, as {@code Host} does
     */
    public BrowsingSession withHeader(String name, String value) {
        try {
            HttpRequest.newBuilder().header(name, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "header (" + name + ") must be one that a page may set: " + e.getMessage(), e);
        }
        return new BrowsingSession(settings.withHeader(name, value), jar);
    }

    /**
     * Give this name and password where a server asks for them (RFC 7617), and from then on with every request to the
     * same scheme, host and port.
     *
     * @throws IllegalArgumentException if the user has a colon (RFC 7617 section 2)
     */
    public BrowsingSession withBasicAuth(String user, String password) {
        if (user.contains(":")) {
            throw new IllegalArgumentException("user (" + user + ") must not contain a colon");
        }
        return new BrowsingSession(settings.withCredentials(basic(user + ":" + password)), jar);
    }

    /** Follow pages that ask for another one by {@code <meta http-equiv=refresh>}, at once. The default is to stay. */
    public BrowsingSession followingMetaRefresh() {
        return new BrowsingSession(settings.withRefreshing(), jar);
    }

    /** Trust the servers, and show the client certificate, of this context instead of the throwaway authority's. */
    public BrowsingSession withSslContext(SSLContext context) {
        return new BrowsingSession(settings.withClient(OutwardClient.trusting(context)), jar);
    }

    /**
     * Wait so long for each whole answer. The default is 10 seconds.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public BrowsingSession withTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout (" + timeout + ") must be positive");
        }
        return new BrowsingSession(settings.withTimeout(timeout), jar);
    }

    /** Tell by this clock whether a cookie has expired. The default is the system's. */
    public BrowsingSession withClock(InstantSource clock) {
        return new BrowsingSession(settings.withClock(clock), jar);
    }

    /**
     * Go to these hosts too, wherever a link, a form or a redirect leads there. The default is this machine, and the hosts
     * that the test itself names to {@link #open(URI)} and {@link Page#open(String)}.
     *
     * @param hosts names and addresses, such as {@code shop.example.org}; {@code *.example.org} stands for all names below
     * @throws IllegalArgumentException if one is none
     */
    public BrowsingSession allowing(String... hosts) {
        return allowing(ConnectionPolicy.LOCAL.allowing(hosts));
    }

    /**
     * Go to the hosts that a policy allows, too.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public BrowsingSession allowing(ConnectionPolicy policy) {
        return new BrowsingSession(settings.withPolicy(settings.policy().and(policy)), jar);
    }

    /**
     * Open a page, and follow up to 20 redirects.
     *
     * @param uri an absolute http or https address, on any machine
     * @throws AssertionError if there is no answer in time, the redirects do not end, or one leads to a host on another
     *     machine that is not {@linkplain #allowing allowed}
     */
    public Page open(URI uri) {
        URI named = uri.getHost() == null ? ReferenceParser.parse(uri.toString()) : uri;
        return naming(named).send(PageRequest.get(named), null);
    }

    /** Return this session with the host that the test itself names. */
    BrowsingSession naming(URI uri) {
        return uri.getHost() == null
                ? this
                : new BrowsingSession(settings.withPolicy(settings.policy().named(uri.getHost())), jar);
    }

    /** Send a request, follow the redirects it meets, and return the page at their end. */
    Page send(PageRequest first, @Nullable Page from) {
        List<HttpExchange> hops = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(first);
        while (next.isPresent() && hops.size() <= MOST_REDIRECTS) {
            HttpExchange hop = exchange(next.get(), hops);
            hops.add(hop);
            next = hop.next().or(() -> settings.refreshing() ? Refresh.of(hop) : Optional.empty());
        }
        RedirectChain trail = new RedirectChain(hops);
        if (next.isPresent()) {
            throw tooMany(
                    ReferenceParser.shown(first.uri()),
                    trail.redirectsAnd(next.get().uri()));
        }
        return new Page(this, trail, from);
    }

    private static AssertionError tooMany(String address, List<Redirect> redirects) {
        List<Redirect> different = redirects.stream().distinct().toList();
        List<String> circle = redirects.stream()
                .filter(redirect -> Collections.frequency(redirects, redirect) > 1)
                .map(redirect -> ReferenceParser.shown(redirect.from()))
                .distinct()
                .toList();
        String pages = circle.isEmpty()
                ? ""
                : ", a circle of " + Quantity.of(circle.size(), "page") + ", " + String.join(" and ", circle);
        return new AssertionError("Cannot open " + address + ": more than " + MOST_REDIRECTS + " redirects" + pages
                + ":\n" + Listing.of(different, MOST_REDIRECTS + 1));
    }

    /** Return the answer to one request, whatever it is. */
    HttpResponse<byte[]> answer(PageRequest request) {
        HttpResponse<byte[]> response = once(request);
        return settings.basic().isPresent() && isChallenge(response) && jar.unlock(request.uri())
                ? once(request)
                : response;
    }

    /** Return another session with the cookies that this one has now. */
    BrowsingSession apart() {
        return new BrowsingSession(settings, jar.copy());
    }

    private HttpExchange exchange(PageRequest request, List<HttpExchange> before) {
        try {
            return new HttpExchange(request, answer(request));
        } catch (UnansweredException e) {
            String redirects = before.isEmpty()
                    ? ""
                    : "\nafter these redirects:\n" + Listing.of(new RedirectChain(before).redirectsAnd(request.uri()));
            throw new AssertionError(
                    "Cannot open " + ReferenceParser.shown(request.uri()) + ": " + e.getMessage() + redirects,
                    e.getCause() instanceof ForeignHostException ? null : e.getCause());
        }
    }

    private HttpResponse<byte[]> once(PageRequest request) {
        URI uri = HttpTransport.openable(request.uri());
        HttpResponse<byte[]> response = HttpTransport.send(settings, request.with(headersFor(uri)));
        jar.keep(
                uri,
                response.headers().allValues("Set-Cookie"),
                settings.clock().instant());
        return response;
    }

    private Map<String, String> headersFor(URI uri) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(settings.headers());
        jar.cookiesFor(uri, settings.clock().instant())
                .ifPresent(cookies -> headers.merge("Cookie", cookies, (own, kept) -> own + "; " + kept));
        Optional.ofNullable(uri.getUserInfo())
                .map(BrowsingSession::basic)
                .or(() -> settings.basic().filter(basic -> jar.isUnlocked(uri)))
                .ifPresent(basic -> headers.put("Authorization", basic));
        return headers;
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isChallenge(HttpResponse<?> response) {
        return response.statusCode() == 401
                && response.headers().allValues("WWW-Authenticate").stream()
                        .anyMatch(challenge -> challenge.regionMatches(true, 0, "Basic", 0, 5));
    }
}
