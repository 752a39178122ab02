package io.github.postfixture.web;

import io.github.postfixture.web.engine.MediaTypes;
import io.github.postfixture.web.site.Site;
import io.github.postfixture.web.site.SiteServer;
import java.time.InstantSource;

/**
 * A site and where it is served.
 *
 * @param point where it is served
 */
record SiteMount(MountPoint point, Site site) {

    SiteServer open(MediaTypes types, InstantSource clock) {
        return site.open(point.prefix(), types, clock);
    }

    @Override
    public String toString() {
        return "GET " + point + " from " + site;
    }
}
