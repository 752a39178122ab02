package io.github.postfixture.web.site;

import java.util.Optional;

/** Handles the requests to a site, or leaves them to others. Safe for use by several threads. */
@FunctionalInterface
interface SiteHandler {

    /** Answer, or return nothing if there is nothing at the path. May block. */
    Optional<SiteResponse> respond(SiteRequest request);
}
