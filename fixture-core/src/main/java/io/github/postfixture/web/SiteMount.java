package io.github.postfixture.web;

import io.github.postfixture.web.engine.MediaTypes;
import io.github.postfixture.web.site.Site;
import io.github.postfixture.web.site.SiteServer;

/**
 * A site and where it is served.
 *
 * @param host the name it is served under, one that starts with {@code *.}, or an empty text for all others
 * @param prefix the path below which it is served, without a slash at its end
 */
record SiteMount(String host, String prefix, Site site) {

    static SiteMount of(String host, String prefix, Site site) {
        if (!prefix.startsWith("/")) {
            throw new IllegalArgumentException("prefix (" + prefix + ") must start with a slash");
        }
        return new SiteMount(
                HostName.of(host), prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix, site);
    }

    boolean isFor(String name) {
        return host.startsWith("*.") ? name.endsWith(host.substring(1)) : name.equals(host);
    }

    SiteServer open(MediaTypes types) {
        return site.open(prefix, types);
    }

    @Override
    public String toString() {
        return "GET " + (host.isEmpty() ? "" : "//" + host) + prefix + "/** from " + site;
    }
}
