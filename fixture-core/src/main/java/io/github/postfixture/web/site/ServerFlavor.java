package io.github.postfixture.web.site;

/**
 * A kind of web server that a {@link Site} can pass for: what its clients notice of redirects, tags, error pages,
 * methods, paths, conditions and header fields. {@code docs/web.md} lists the differences.
 */
public enum ServerFlavor {

    /** None in particular: short, and by RFC 9110; the default. */
    PLAIN,

    /** Nginx with {@code server_tokens off}. */
    NGINX,

    /** Apache httpd 2.4 with {@code ServerTokens Prod} and {@code ServerSignature Off}. */
    APACHE,

    /** IIS 10 as it is installed; names are found in any case. */
    IIS;

    FlavorRules rules() {
        return switch (this) {
            case PLAIN -> new Plain();
            case NGINX -> new Nginx();
            case APACHE -> new Apache();
            case IIS -> new Iis();
        };
    }
}
