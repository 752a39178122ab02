package io.github.postfixture.web.site;

import io.github.postfixture.account.Account;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.MediaTypes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A tree of static documents, and how it is served.
 *
 * <pre>{@code
 * Site.directory(Path.of("src/main/site"))
 *         .withErrorPage(404, "/404.html")
 *         .withCompression()
 *         .behavingLike(NGINX);
 * }</pre>
 *
 * <p>By default a folder is answered with its {@code index.html} and never listed, nothing is compressed, symbolic links
 * lead nowhere outside of the site, and what is not there is left to others. Immutable.
 */
public final class Site {

    private final SiteSource origin;
    private final SiteOptions options;
    private final List<SiteFilter> filters;

    private Site(SiteSource origin, SiteOptions options, List<SiteFilter> filters) {
        this.origin = origin;
        this.options = options;
        this.filters = filters;
    }

    private static Site of(SiteSource origin) {
        return new Site(origin, SiteOptions.DEFAULTS, List.of());
    }

    /**
     * Return the files of a directory, each as it is when it is asked for.
     *
     * @throws IllegalArgumentException if there is no such directory
     */
    public static Site directory(Path directory) {
        return of(SiteSource.directory(directory));
    }

    /**
     * Return the files below a directory on the class path, in all its places, as the calling thread's context class
     * loader sees it.
     *
     * @param resource the directory, with slashes and without one in front, such as {@code shop/pages}
     * @throws IllegalArgumentException if there is no such directory
     */
    public static Site classPath(String resource) {
        return of(SiteSource.classPath(resource));
    }

    /**
     * Return the files in a zip or a jar, which is opened when the first of them is asked for. Entries whose name leads out of
     * it, such as {@code ../x}, are left out.
     *
     * @throws IllegalArgumentException if there is no such file, or it is no archive
     */
    public static Site zip(Path archive) {
        return of(SiteSource.zip(archive));
    }

    /**
     * Return what another server answers, as a reverse proxy does: paths below the site become paths below the URI, and
     * the other way round in {@code Location}; it learns of the client from {@code Forwarded}, {@code X-Forwarded-For},
     * {@code X-Forwarded-Host}, {@code X-Forwarded-Proto} and {@code Via}. If it cannot be reached the answer is 502,
     * and if it says nothing for 30 seconds 504.
     *
     * @param server its address, such as {@code http://localhost:8080/app}
     */
    public static Site proxy(URI server) {
        return proxy(server, Duration.ofSeconds(30));
    }

    /** Return what another server answers, if it begins to within a time; otherwise as {@link #proxy(URI)}. */
    public static Site proxy(URI server, Duration timeout) {
        return of(SiteSource.proxy(server, timeout));
    }

    /**
     * Return documents that are held in memory.
     *
     * @param texts their texts, to be sent in UTF-8, by path, such as {@code /sub/page.html}
     */
    public static Site of(Map<String, String> texts) {
        SiteBuilder builder = builder();
        texts.forEach(builder::file);
        return builder.build();
    }

    /** Return a builder of a site whose documents are held in memory. */
    public static SiteBuilder builder() {
        return new SiteBuilder();
    }

    static Site memory(Map<String, Octets> documents) {
        return of(SiteSource.memory(documents, Instant.now()));
    }

    /** Return a copy that answers a folder with the first of these that is in it; by default {@code index.html}. */
    public Site withIndex(String... names) {
        return with(options.withIndexes(List.of(names)));
    }

    /** Return a copy that lists a folder that has no index; by default it answers 403. */
    public Site withListing() {
        return with(options.withListing());
    }

    /**
     * Return a copy that serves files with an extension as a media type, which is sent as it stands here.
     *
     * @param extension such as {@code md}
     * @param type such as {@code text/markdown; charset=utf-8}
     */
    public Site withType(String extension, String type) {
        return with(options.withType(extension.startsWith(".") ? extension.substring(1) : extension, type));
    }

    /** Return a copy that names a charset with all texts; by default none is named. */
    public Site withCharset(String charset) {
        return with(options.withCharset(charset));
    }

    /**
     * Return a copy that compresses texts of 20 bytes to 16 MiB by gzip for clients that take it, and says so in {@code
     * Vary}.
     */
    public Site withCompression() {
        return with(options.withCompression(Coding.GZIP));
    }

    /**
     * Return a copy that compresses as {@link #withCompression()}, and by Brotli (RFC 7932) for clients that like it as
     * much as gzip. It needs Brotli4j on the class path.
     *
     * @throws IllegalStateException if it is not there
     */
    public Site withBrotli() {
        return with(options.withBrotli());
    }

    /** Return a copy that answers with {@code page.html.br} or {@code page.html.gz}, if it is there and the client can. */
    public Site withPrecompressed() {
        return with(options.withNeighbours());
    }

    /** Return a copy that follows symbolic links out of the site; by default nothing is there. */
    public Site followingLinks() {
        return with(options.withLinks());
    }

    /**
     * Return a copy that its clients take for a kind of server. It answers for everything below its prefix, with an
     * error page of that server if nothing is there.
     */
    public Site behavingLike(ServerFlavor flavor) {
        return with(options.withFlavor(flavor));
    }

    /**
     * Return a copy that sends those elsewhere who ask for a path that matches; the query goes along unless the target
     * has one.
     *
     * @param pattern a regular expression for the whole path below the site, as it is sent
     * @param status 301, 302, 303, 307 or 308
     * @param target an address, or a path of the site; {@code $1} stands for the first group
     */
    public Site withRedirect(String pattern, int status, String target) {
        return with(SiteFilter.redirect(Pattern.compile(pattern), status, target));
    }

    /**
     * Return a copy that serves another path in place of one that matches, without telling the client.
     *
     * @param pattern a regular expression for the whole path below the site, as it is sent
     * @param target a path of the site; {@code $1} stands for the first group
     */
    public Site withRewrite(String pattern, String target) {
        return with(SiteFilter.rewrite(Pattern.compile(pattern), target));
    }

    /**
     * Return a copy that tries other paths, one after the other, if nothing is at the one that is asked for: {@code
     * withFallback("{path}.html", "/index.html")} finds {@code /about} in {@code /about.html}, and everything else is
     * for the one page of the application.
     *
     * @param paths paths of the site, in which {@code {path}} stands for the one that is asked for
     */
    public Site withFallback(String... paths) {
        Site site = this;
        for (int i = paths.length - 1; i >= 0; i--) {
            site = site.with(SiteFilter.fallback(paths[i]));
        }
        return site;
    }

    /** Return a copy that answers a status, such as 404, with a document of the site. */
    public Site withErrorPage(int status, String path) {
        return with(SiteFilter.errorPage(status, path));
    }

    /** Return a copy that sets a header field of all its answers, errors included. */
    public Site withHeader(String name, String value) {
        return with(0, SiteFilter.field(name, value)); // The outermost has the last word.
    }

    /**
     * Return a copy whose answers carry the usual security headers: {@code X-Content-Type-Options: nosniff}, {@code
     * X-Frame-Options: DENY}, {@code Referrer-Policy: strict-origin-when-cross-origin}, {@code Content-Security-Policy:
     * default-src 'self'} and {@code Strict-Transport-Security} for a year.
     */
    public Site withSecurityHeaders() {
        return withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("X-Frame-Options", "DENY")
                .withHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                .withHeader("Content-Security-Policy", "default-src 'self'")
                .withHeader("Strict-Transport-Security", "max-age=31536000");
    }

    /**
     * Return a copy that says how long answers may be kept; with {@code max-age}, {@code Expires} says it too. Of several
     * rules the last that matches counts.
     *
     * @param pattern a regular expression for the whole path below the site, such as {@code .*\\.css}
     * @param control the value of {@code Cache-Control}, such as {@code max-age=3600, immutable}
     */
    public Site withCacheControl(String pattern, String control) {
        return with(SiteFilter.caching(Pattern.compile(pattern), control));
    }

    /**
     * Return a copy that asks for a name and a password below a path (RFC 7617).
     *
     * @param path such as {@code /staff}
     * @param realm what the client may tell its user, such as {@code Staff only}
     * @param passwords the passwords by name
     */
    public Site withBasicAuth(String path, String realm, Map<String, String> passwords) {
        return with(SiteFilter.login(path, realm, Map.copyOf(passwords)));
    }

    /**
     * Return a copy that asks for the login name, or the address, and the password of an account below a path (RFC 7617).
     *
     * @param path such as {@code /staff}
     * @param realm what the client may tell its user, such as {@code Staff only}
     */
    public Site withBasicAuth(String path, String realm, Account... accounts) {
        Map<String, String> passwords = new HashMap<>();
        for (Account account : accounts) {
            passwords.put(account.address(), account.password());
            passwords.put(account.login(), account.password());
        }
        return withBasicAuth(path, realm, passwords);
    }

    /** Return a copy that lets scripts of other origins in. */
    public Site withCors(Cors cors) {
        return with(SiteFilter.crossOrigin(cors));
    }

    /** Return a copy that refuses requests with more content than this with status 413; by default nothing below 64 MiB. */
    public Site withSizeLimit(long bytes) {
        return with(SiteFilter.sizeLimit(bytes));
    }

    /**
     * Return a copy that lets so many requests pass in a time, and answers the others with status 429 and {@code
     * Retry-After} until it is over.
     */
    public Site withRateLimit(int requests, Duration time) {
        return with(SiteFilter.rateLimit(requests, time));
    }

    private Site with(SiteFilter filter) {
        return with(filters.size(), filter);
    }

    private Site with(int place, SiteFilter filter) {
        List<SiteFilter> more = new ArrayList<>(filters);
        more.add(place, filter);
        return new Site(origin, options, List.copyOf(more));
    }

    private Site with(SiteOptions others) {
        return new Site(origin, others, filters);
    }

    /**
     * Serve this site below a path. For the server only.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public SiteServer open(String prefix, MediaTypes types, InstantSource clock) {
        return new SiteServer(prefix, origin, options.withKnownTypes(types), filters, clock);
    }

    @Override
    public String toString() {
        return origin.toString();
    }
}
