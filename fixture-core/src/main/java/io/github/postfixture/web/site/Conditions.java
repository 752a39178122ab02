package io.github.postfixture.web.site;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What a client makes its request depend on (RFC 9110, section 13.1). */
record Conditions(SiteRequest request, Representation representation) {

    /** Return 304 or 412 if a condition stands against serving, else 200 (RFC 9110, section 13.2.2). */
    int verdict() {
        if (request.header("If-Match").isPresent() ? hasNoneOfMatch() : changedSince()) {
            return 412;
        }
        if (namesTags()) {
            return !hasOneOfNoneMatch() ? 200 : request.reads() ? 304 : 412;
        }
        return request.reads() && unchangedSince() ? 304 : 200;
    }

    /**
     * Return 304 or 412 if a condition stands against serving, else 200, where no condition makes another superfluous.
     *
     * @param isOfDate whether the document is the one of {@code If-Modified-Since}
     */
    int verdictOfAll(boolean isOfDate) {
        if (changedSince() || hasNoneOfMatch()) {
            return 412;
        }
        boolean differs = (namesDate() && !isOfDate) || (namesTags() && !hasOneOfNoneMatch());
        return differs || !(namesDate() || namesTags()) ? 200 : 304;
    }

    /** Return whether {@code If-Match} names tags, and none of them is the document's. */
    boolean hasNoneOfMatch() {
        return request.header("If-Match")
                .filter(tags -> !matches(tags, representation.tag()))
                .isPresent();
    }

    /** Return whether {@code If-None-Match} is there. */
    boolean namesTags() {
        return request.header("If-None-Match").isPresent();
    }

    /** Return whether {@code If-None-Match} names the document's tag, compared weakly. */
    boolean hasOneOfNoneMatch() {
        return request.header("If-None-Match")
                .filter(tags ->
                        matches(tags.replace("W/", ""), representation.tag().replace("W/", "")))
                .isPresent();
    }

    private static boolean matches(String tags, String tag) {
        return tags.strip().equals("*") || (isStrong(tag) && lists(tags, tag));
    }

    private static boolean isStrong(String tag) {
        return !tag.startsWith("W/");
    }

    private static boolean lists(String tags, String tag) {
        return Arrays.stream(tags.split(",")).anyMatch(one -> one.strip().equals(tag));
    }

    /** Return whether the document changed after {@code If-Unmodified-Since}. */
    boolean changedSince() {
        return date("If-Unmodified-Since").filter(changed()::isAfter).isPresent();
    }

    /** Return whether {@code If-Modified-Since} is there. */
    boolean namesDate() {
        return request.header("If-Modified-Since").isPresent();
    }

    /** Return whether {@code If-Modified-Since} is the very date of the document. */
    boolean isOfDate() {
        return date("If-Modified-Since").filter(changed()::equals).isPresent();
    }

    /** Return whether the document did not change after {@code If-Modified-Since}. */
    boolean unchangedSince() {
        return date("If-Modified-Since")
                .filter(since -> !changed().isAfter(since))
                .isPresent();
    }

    /** Return whether the part that the client holds is still one of this document (RFC 9110, section 13.1.5). */
    boolean isOfTheSame() {
        Optional<String> held = request.header("If-Range");
        return held.isEmpty()
                || (isStrong(representation.tag()) && held.get().equals(representation.tag()))
                || date("If-Range").filter(changed()::equals).isPresent();
    }

    private Instant changed() {
        return HttpDate.told(representation.document().changed());
    }

    private Optional<Instant> date(String field) {
        return request.header(field).flatMap(HttpDate::parse);
    }
}
