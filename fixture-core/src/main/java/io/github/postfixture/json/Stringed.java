package io.github.postfixture.json;

import java.util.Locale;

/** Writes JSON, and places in it. */
final class Stringed {

    private static final int LONGEST = 200;

    private Stringed() {}

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), quoted);
        }
        return quoted.append('"').toString();
    }

    private static void append(char c, StringBuilder quoted) {
        switch (c) {
            case '"', '\\' -> quoted.append('\\').append(c);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c < ' ') {
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    quoted.append(c);
                }
            }
        }
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
