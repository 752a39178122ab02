package io.github.postfixture.page;

/** Shapes text for readers. */
final class Words {

    private Words() {}

    /** Return the text with every run of white space, the non-breaking included, as one space. */
    static String normalised(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** Return the text, cut to a length if it is longer. */
    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
    }
}
