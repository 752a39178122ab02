package io.github.postfixture.web.site;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Answers a status with a document of the site. */
record ErrorPage(int status, String path, Responder inner) implements Responder {

    private static final Set<String> OF_THE_DOCUMENT = Set.of("etag", "last-modified", "accept-ranges");

    @Override
    public Optional<Served> respond(Ask ask) {
        Optional<Served> served =
                inner.respond(ask).or(() -> status == 404 ? Optional.of(ask.error(404)) : Optional.empty());
        return served.map(error -> error.status() == status ? dress(ask, error) : error);
    }

    /** Keep what the error says besides its content, such as a challenge. */
    private Served dress(Ask ask, Served error) {
        return inner.respond(ask.reading(path))
                .filter(page -> page.status() == 200)
                .map(page -> error.without("Content-Type"::equalsIgnoreCase)
                        .with(page.without(name -> isDropped(ask, name))))
                .orElse(error);
    }

    private static boolean isDropped(Ask ask, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OF_THE_DOCUMENT.contains(lower)
                && !ask.manners().fieldsOfErrorPages().contains(lower);
    }
}
