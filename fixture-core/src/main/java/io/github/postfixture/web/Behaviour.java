package io.github.postfixture.web;

import io.github.postfixture.web.site.Profile;

/**
 * A kind of web server that a {@link Site} can pass for: what its clients notice of redirects, tags, error pages,
 * methods, paths, conditions and header fields. {@code docs/web.md} lists the differences.
 */
public enum Behaviour {

    /** Nginx with {@code server_tokens off}. */
    NGINX(Profile.NGINX),

    /** Apache httpd 2.4 with {@code ServerTokens Prod} and {@code ServerSignature Off}. */
    APACHE(Profile.APACHE),

    /** IIS 10 as it is installed; names are found in any case. */
    IIS(Profile.IIS);

    private final Profile profile;

    Behaviour(Profile profile) {
        this.profile = profile;
    }

    Profile profile() {
        return profile;
    }
}
