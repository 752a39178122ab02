package io.github.postfixture.json;

import java.util.Locale;

/** Writes JSON, and places in it. */
final class Stringed {

    private static final int LONGEST = 200;

    private Stringed() {}

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2);
        quote(text, quoted);
        return quoted.toString();
    }

    static void quote(String text, StringBuilder quoted) {
        quoted.append('"');
        text.codePoints().forEach(c -> append(c, quoted));
        quoted.append('"');
    }

    private static void append(int c, StringBuilder quoted) {
        switch (c) {
            case '"', '\\' -> quoted.append('\\').append((char) c);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c < ' ' || isHalf(c)) {
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                } else {
                    quoted.appendCodePoint(c);
                }
            }
        }
    }

    /** Return whether it is a surrogate without the other, which no file can hold (RFC 8259 section 8.2). */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    static String shortened(Json json) {
        String text = json.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    static String path(Object... steps) {
        StringBuilder path = new StringBuilder("$");
        for (Object step : steps) {
            path.append(step instanceof Integer ? item((int) step) : member(step.toString()));
        }
        return path.toString();
    }

    static String member(String name) {
        return "." + name;
    }

    static String item(int position) {
        return "[" + position + "]";
    }
}
