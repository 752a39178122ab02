package io.github.postfixture.web.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves another path in place of one that a pattern matches. */
record Rewrite(Pattern path, String target, Responder inner) implements Responder {

    @Override
    public Optional<Served> respond(Ask ask) {
        Matcher matcher = path.matcher(ask.path());
        return inner.respond(matcher.matches() ? ask.at(matcher.replaceFirst(target)) : ask);
    }
}
