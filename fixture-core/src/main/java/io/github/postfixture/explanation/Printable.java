package io.github.postfixture.explanation;

/**
 * Text as it may stand in a failure, a timeline, a transcript or a page: what moves the cursor of a terminal, turns the
 * direction of writing or cannot be seen is written as a Java escape, such as {@code \}{@code u001b}.
 */
public final class Printable {

    private static final char ZERO_WIDTH_NON_JOINER = '\u200c';
    private static final char ZERO_WIDTH_JOINER = '\u200d';

    private Printable() {}

    /** Return the text in one line: line endings are escaped too, as {@code \n} and {@code \r}; tabs stay. */
    public static String line(Object text) {
        return escaped(text.toString(), false);
    }

    /** Return the text with its lines and tabs; a carriage return stays where it ends a line. */
    public static String lines(Object text) {
        return escaped(text.toString(), true);
    }

    private static String escaped(String text, boolean lines) {
        int clean = 0;
        while (clean < text.length() && isShown(text, clean, lines)) {
            clean++;
        }
        return clean == text.length() ? text : escapedFrom(clean, text, lines);
    }

    private static String escapedFrom(int begin, String text, boolean lines) {
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, begin);
        for (int i = begin; i < text.length(); i++) {
            if (isShown(text, i, lines)) {
                escaped.append(text.charAt(i));
            } else {
                append(escaped, text.charAt(i));
            }
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            default -> escaped.append(String.format("\\u%04x", (int) c));
        }
    }

    private static boolean isShown(String text, int i, boolean lines) {
        char c = text.charAt(i);
        return switch (c) {
            case '\t' -> true;
            case '\n' -> lines;
            case '\r' -> lines && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            default -> !Character.isISOControl(c) && !isInvisible(c) && !isHalf(text, i);
        };
    }

    /** Return whether it separates lines, directs bidirectional text (UAX #9), or has no width and joins nothing. */
    private static boolean isInvisible(char c) {
        return switch (c) {
            case ZERO_WIDTH_JOINER, ZERO_WIDTH_NON_JOINER -> false;
            case '\u061c', '\u180e', '\ufeff' -> true;
            default ->
                isIn(c, '\u200b', '\u200f')
                        || isIn(c, '\u2028', '\u202e')
                        || isIn(c, '\u2060', '\u206f')
                        || isIn(c, '\ufff9', '\ufffb');
        };
    }

    private static boolean isIn(char c, char first, char last) {
        return first <= c && c <= last;
    }

    /** Return whether it is a surrogate without the other. */
    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
