package io.github.postfixture.page;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What there is, in a few lines, for the text of a failure. */
final class Outline {

    private static final int MOST_LINES = 12;
    private static final int LONGEST_TEXT = 60;

    private Outline() {}

    /** Return a line for each element below, as far as there is room. */
    static String of(Element root) {
        List<String> elements =
                root.getAllElements().stream().skip(1).map(Outline::line).toList();
        return lines(elements);
    }

    /** Return one indented line per element; {@code (none)} if there is none. */
    static String lines(Collection<?> elements) {
        int more = elements.size() - MOST_LINES;
        Stream<String> shown = elements.stream().limit(MOST_LINES).map(element -> "  " + element);
        Stream<String> rest = more > 0 ? Stream.of("  (and " + more + " more)") : Stream.of();
        return elements.isEmpty() ? "  (none)" : Stream.concat(shown, rest).collect(Collectors.joining("\n"));
    }

    private static String line(Element element) {
        String text = element.ownText();
        String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return "  ".repeat(element.parents().size() - 2)
                + name(element)
                + (shown.isEmpty() ? "" : " \"" + shown + "\"");
    }

    private static String name(Element element) {
        String id = element.id().isEmpty() ? "" : "#" + element.id();
        String classes = element.classNames().stream().map(name -> "." + name).collect(Collectors.joining());
        return element.normalName() + id + classes;
    }
}
