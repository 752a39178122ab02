package io.github.postfixture.web.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends those elsewhere who ask for a path that a pattern matches. */
record Redirect(Pattern path, int status, String target, Responder inner) implements Responder {

    @Override
    public Optional<Served> respond(Ask ask) {
        Matcher matcher = path.matcher(ask.path());
        return matcher.matches() ? Optional.of(ask.redirect(status, location(ask, matcher))) : inner.respond(ask);
    }

    /** A target that starts with a slash is one of the site; it gets the query if it has none of its own. */
    private String location(Ask ask, Matcher matcher) {
        String expanded = matcher.replaceFirst(target);
        String query = expanded.indexOf('?') < 0 ? ask.query() : "";
        return expanded.startsWith("/")
                ? ask.manners().location(ask, ask.prefix() + expanded + query)
                : expanded + query;
    }
}
