package io.github.postfixture.mime;

import java.util.List;
import java.util.stream.IntStream;

/** Finds the part of a multipart that is read first. */
final class RelatedRoot {

    private RelatedRoot() {}

    /**
     * Return the index of the first part; in a {@code multipart/related}, of the one that {@code start} names (RFC 2387
     * section 3.2).
     */
    static int indexIn(MimePart multipart) {
        String start = multipart.type().parameter("start").orElse("").strip().replaceAll("^<|>$", "");
        List<MimePart> parts = multipart.parts();
        return IntStream.range(0, parts.size())
                .filter(i -> multipart.type().is("multipart", "related"))
                .filter(i -> !start.isEmpty() && parts.get(i).contentId().equals(start))
                .findFirst()
                .orElse(0);
    }
}
