package io.github.postfixture.web.site;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says how long answers may be kept whose path a pattern matches; errors have no such field. */
record Caching(Pattern path, String control, SiteHandler inner) implements SiteHandler {

    private static final Set<Integer> KEPT = Set.of(200, 206, 304);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[\\s,])max-age=(\\d{1,10})(?:$|[\\s,])");

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        Optional<SiteResponse> response = inner.respond(request);
        return path.matcher(request.path()).matches()
                ? response.map(answer -> KEPT.contains(answer.status()) ? label(answer, request) : answer)
                : response;
    }

    private SiteResponse label(SiteResponse response, SiteRequest request) {
        if (response.header("Cache-Control").isPresent()) {
            return response;
        }
        SiteResponse labelled = response.with("Cache-Control", control);
        Matcher age = MAX_AGE.matcher(control);
        return age.find()
                ? labelled.with(
                        "Expires", HttpDate.of(request.clock().instant().plusSeconds(Long.parseLong(age.group(1)))))
                : labelled;
    }
}
