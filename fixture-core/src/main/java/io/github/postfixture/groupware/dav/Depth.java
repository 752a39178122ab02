package io.github.postfixture.groupware.dav;

import java.util.Locale;
import java.util.Optional;

/** How far a request reaches (RFC 4918 section 10.2). */
enum Depth {
    /** The resource alone. */
    ZERO(0),
    /** With its members. */
    ONE(1),
    /** With everything below. */
    INFINITY(Integer.MAX_VALUE);

    private final int levels;

    Depth(int levels) {
        this.levels = levels;
    }

    /** Return how many levels below the resource it reaches. */
    int levels() {
        return levels;
    }

    static Depth of(Optional<String> header, Depth otherwise) throws DavRefusal {
        return switch (header.orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "0" -> ZERO;
            case "1" -> ONE;
            case "infinity" -> INFINITY;
            default -> throw DavRefusal.of(400, "Depth must be 0, 1 or infinity");
        };
    }
}
