package io.github.postfixture.web.site;

import java.util.Optional;

/** Tries another path if there is nothing at the one that is asked for. */
record Fallback(String path, Responder inner) implements Responder {

    @Override
    public Optional<Served> respond(Ask ask) {
        return inner.respond(ask).or(() -> inner.respond(ask.at(path.replace("{path}", ask.path()))));
    }
}
