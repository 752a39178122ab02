package io.github.postfixture.page;

import java.util.regex.Pattern;

/** Shapes text for readers. */
final class ReadableText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]++");

    private ReadableText() {}

    /** Return the text with every run of white space, the non-breaking included, as one space. */
    static String normalised(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Return the text, cut to a length if it is longer. */
    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
    }
}
