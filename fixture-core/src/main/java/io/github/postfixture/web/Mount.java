package io.github.postfixture.web;

import io.github.postfixture.web.site.SiteServer;

/** A site and the path below which it is served, without a slash at its end. */
record Mount(String prefix, Site site) {

    static Mount of(String prefix, Site site) {
        if (!prefix.startsWith("/")) {
            throw new IllegalArgumentException("prefix (" + prefix + ") must start with a slash");
        }
        return new Mount(prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix, site);
    }

    SiteServer open() {
        return site.open(prefix);
    }

    @Override
    public String toString() {
        return "GET " + prefix + "/** from " + site;
    }
}
