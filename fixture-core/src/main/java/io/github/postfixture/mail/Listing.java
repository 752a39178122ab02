package io.github.postfixture.mail;

import java.util.Collection;
import java.util.stream.Collectors;

/** How a failure lists what there was instead. */
final class Listing {

    private static final int LONGEST = 20;

    private Listing() {}

    /** Return one indented line per element; {@code (none)} if there is none. */
    static String of(Collection<?> elements) {
        String lines =
                elements.stream().limit(LONGEST).map(element -> "  " + element).collect(Collectors.joining("\n"));
        int more = elements.size() - LONGEST;
        return elements.isEmpty() ? "  (none)" : more > 0 ? lines + "\n  (and " + more + " more)" : lines;
    }
}
