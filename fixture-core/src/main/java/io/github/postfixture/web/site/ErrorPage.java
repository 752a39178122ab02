package io.github.postfixture.web.site;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Answers a status with a document of the site. */
record ErrorPage(int status, String path, SiteHandler inner) implements SiteHandler {

    private static final Set<String> OF_THE_DOCUMENT = Set.of("etag", "last-modified", "accept-ranges");

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        Optional<SiteResponse> response =
                inner.respond(request).or(() -> status == 404 ? Optional.of(request.error(404)) : Optional.empty());
        return response.map(error -> error.status() == status ? dress(request, error) : error);
    }

    /** Keep what the error says besides its content, such as a challenge. */
    private SiteResponse dress(SiteRequest request, SiteResponse error) {
        return inner.respond(request.reading(path))
                .filter(page -> page.status() == 200)
                .map(page -> error.without("Content-Type"::equalsIgnoreCase)
                        .with(page.without(name -> isDropped(request, name))))
                .orElse(error);
    }

    private static boolean isDropped(SiteRequest request, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OF_THE_DOCUMENT.contains(lower)
                && !request.rules().fieldsOfErrorPages().contains(lower);
    }
}
