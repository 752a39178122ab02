package io.github.postfixture.explanation;

import java.util.Collection;
import java.util.stream.Collectors;

/** How a failure lists what there was instead. */
public final class Listing {

    private static final int LONGEST = 20;

    private Listing() {}

    /** Return one indented line per element, of many the first twenty; {@code (none)} if there is none. */
    public static String of(Collection<?> elements) {
        return of(elements, LONGEST);
    }

    /** Return one indented line per element, of many the first so many; {@code (none)} if there is none. */
    public static String of(Collection<?> elements, int longest) {
        String lines =
                elements.stream().limit(longest).map(element -> "  " + element).collect(Collectors.joining("\n"));
        int more = elements.size() - longest;
        return elements.isEmpty() ? "  (none)" : more > 0 ? lines + "\n  (and " + more + " more)" : lines;
    }
}
