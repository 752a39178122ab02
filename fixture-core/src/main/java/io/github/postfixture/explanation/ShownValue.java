package io.github.postfixture.explanation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a sentence names a value: a text in quotes, the elements of a collection with commas, a long one cut. */
final class ShownValue {

    private static final int LONGEST = 100;
    private static final int BEFORE = 30;
    private static final int MOST_LINES = 18;
    private static final int LONGEST_LINE = 400;

    private final String text;
    private final String quote;

    private ShownValue(String text, String quote) {
        this.text = text;
        this.quote = quote;
    }

    static ShownValue of(Object value) {
        if (value instanceof Collection<?> elements) {
            return new ShownValue(elements.stream().map(Object::toString).collect(Collectors.joining(", ")), "");
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? of(optional.get()) : new ShownValue("", "");
        }
        return new ShownValue(value.toString(), value instanceof CharSequence ? "\"" : "");
    }

    /** Return whether it is nothing: no text, no elements. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Return whether a sentence can hold it as it is. */
    boolean isShort() {
        return text.length() <= LONGEST && text.indexOf('\n') < 0;
    }

    /** Return where the first difference is; the length of the shorter if the longer begins with it. */
    int differenceFrom(ShownValue other) {
        int i = 0;
        while (i < Math.min(text.length(), other.text.length()) && text.charAt(i) == other.text.charAt(i)) {
            i++;
        }
        return i;
    }

    /** Return it for a sentence, of a long one what stands around that place. */
    String around(int place) {
        if (isEmpty()) {
            return "empty";
        }
        int begin = text.length() <= LONGEST || place <= 2 * BEFORE ? 0 : between(place - BEFORE);
        int end = text.length() <= begin + LONGEST ? text.length() : between(begin + LONGEST);
        return quote
                + (begin == 0 ? "" : "\u2026")
                + Printable.line(text.substring(begin, end))
                + (end == text.length() ? "" : "\u2026")
                + quote;
    }

    /** Return its lines, indented; of many those around that place. */
    String linesAround(int place) {
        List<String> lines = text.lines().map(ShownValue::shortened).toList();
        int line = (int) text.chars().limit(place).filter(c -> c == '\n').count();
        int begin = lines.size() <= MOST_LINES ? 0 : Math.max(0, line - MOST_LINES / 2);
        int end = Math.min(lines.size(), begin + MOST_LINES);
        return (begin == 0 ? "" : "  (" + Quantity.of(begin, "line") + " before)\n")
                + Listing.of(lines.subList(begin, end))
                + (end == lines.size() ? "" : "\n  (" + Quantity.of(lines.size() - end, "more line") + ")");
    }

    private int between(int place) {
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, LONGEST_LINE) + "\u2026 (" + (line.length() - LONGEST_LINE) + " more characters)";
    }
}
