package io.github.postfixture.web.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends those elsewhere who ask for a path that a pattern matches. */
record SiteRedirect(Pattern path, int status, String target, SiteHandler inner) implements SiteHandler {

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        Matcher matcher = path.matcher(request.path());
        return matcher.matches()
                ? Optional.of(request.redirect(status, location(request, matcher)))
                : inner.respond(request);
    }

    /** A target that starts with a slash is one of the site; it gets the query if it has none of its own. */
    private String location(SiteRequest request, Matcher matcher) {
        String expanded = matcher.replaceFirst(target);
        String query = expanded.indexOf('?') < 0 ? request.query() : "";
        return expanded.startsWith("/")
                ? request.rules().location(request, request.prefix() + expanded + query)
                : expanded + query;
    }
}
