package io.github.postfixture.groupware.dav;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a client makes its request depend on by entity tags (RFC 9110 section 13.1). */
final class EntityTags {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private EntityTags() {}

    /** Refuse a request whose conditions do not hold. */
    static void check(DavCall call, Optional<String> etag, boolean exists) throws DavRefusal {
        Optional<String> match = call.header("If-Match");
        if (match.isPresent() && !matches(match.get(), etag, exists)) {
            throw DavRefusal.of(
                    412, exists ? "If-Match names another state" : "There is nothing that If-Match could match");
        }
        Optional<String> noneMatch = call.header("If-None-Match");
        if (noneMatch.isPresent() && matches(noneMatch.get().replace("W/", ""), etag, exists)) {
            boolean reads = READING.contains(call.request().method());
            throw DavRefusal.of(reads ? 304 : 412, "If-None-Match names what is there");
        }
    }

    private static boolean matches(String tags, Optional<String> etag, boolean exists) {
        return tags.strip().equals("*")
                ? exists
                : etag.filter(tag -> Arrays.stream(tags.split(","))
                                .anyMatch(one -> one.strip().equals(tag)))
                        .isPresent();
    }
}
