package io.github.postfixture.web.site;

import java.util.Optional;

/** Tries another path if there is nothing at the one that is asked for. */
record Fallback(String path, SiteHandler inner) implements SiteHandler {

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        return inner.respond(request).or(() -> inner.respond(request.at(path.replace("{path}", request.path()))));
    }
}
