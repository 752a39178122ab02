package io.github.postfixture.web.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves another path in place of one that a pattern matches. */
record Rewrite(Pattern path, String target, SiteHandler inner) implements SiteHandler {

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        Matcher matcher = path.matcher(request.path());
        return inner.respond(matcher.matches() ? request.at(matcher.replaceFirst(target)) : request);
    }
}
