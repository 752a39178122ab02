package io.github.postfixture.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Shapes text for readers. */
final class Words {

    private static final int MOST_LINES = 20;

    private Words() {}

    /** Return the text with every run of white space, the non-breaking included, as one space. */
    static String normalised(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** Return the text, cut to a length if it is longer. */
    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
    }

    /** Return the values, an indented line each. */
    static String lines(List<?> values) {
        return values.isEmpty()
                ? "  none"
                : values.stream().map(value -> "  " + value).collect(Collectors.joining("\n"));
    }

    /** Return the first twenty values, an indented line each, and how many more there are. */
    static String someLines(List<?> values) {
        int rest = values.size() - MOST_LINES;
        return lines(values.subList(0, Math.min(MOST_LINES, values.size())))
                + (rest > 0 ? "\n  and " + rest + " more" : "");
    }

    /** Return a duration as one says it, such as {@code 1.5 seconds}. */
    static String seconds(Duration duration) {
        String number =
                BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
        return number + (number.equals("1") ? " second" : " seconds");
    }
}
