package io.github.postfixture.web.site;

/** A kind of server that a site can pass for. */
public enum Profile {
    /** None in particular. */
    PLAIN,
    /** Nginx. */
    NGINX,
    /** Apache httpd. */
    APACHE,
    /** Microsoft's IIS. */
    IIS;

    Manners manners() {
        return switch (this) {
            case PLAIN -> new Plain();
            case NGINX -> new Nginx();
            case APACHE -> new Apache();
            case IIS -> new Iis();
        };
    }
}
