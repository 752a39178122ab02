package io.github.postfixture.explanation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        String lines = elements.stream().limit(longest).map(Listing::item).collect(Collectors.joining("\n"));
        int more = elements.size() - longest;
        return elements.isEmpty() ? "  (none)" : more > 0 ? lines + "\n  (and " + more + " more)" : lines;
    }

    /** Return all lines if there are no more than so many, and else the first third and the last, without the middle. */
    public static List<String> ends(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        int first = most / 3;
        int last = lines.size() - (most - first);
        return Stream.of(
                        lines.subList(0, first),
                        List.of("(" + (last - first) + " left out here)"),
                        lines.subList(last, lines.size()))
                .flatMap(List::stream)
                .toList();
    }

    /** Return one element: a text of several lines goes on further to the right, anything else has one line. */
    private static String item(Object element) {
        return "  " + (element instanceof String text ? goingOn(Printable.lines(text), 4) : Printable.line(element));
    }

    /** Return a text whose lines but the first stand so far to the right, or further. */
    static String goingOn(String text, int columns) {
        return text.replaceAll("\n(?! {" + columns + "})", "\n" + " ".repeat(columns));
    }
}
