package io.github.postfixture.mime;

/**
 * Writes one header field, word by word: a space before each, and a new line before one that would make the line too
 * long (RFC 5322 sections 2.1.1 and 2.2.3).
 */
final class FieldWriter {

    /** The longest line with an encoded word (RFC 2047 section 2). */
    private static final int LINE = 76;

    private static final int LONGEST_LINE = 998;

    private final StringBuilder field;
    private int column;
    private boolean first = true;

    FieldWriter(String name) {
        field = new StringBuilder(name).append(':');
        column = field.length();
    }

    /** Add a word; an empty one is a further space. */
    FieldWriter word(String word) {
        int length = octets(word);
        if (mayFold(word) && column + 1 + length > (first ? LONGEST_LINE : LINE)) {
            fold();
        }
        field.append(' ').append(word);
        column += 1 + length;
        first = false;
        return this;
    }

    /** Add a character or two to the last word. */
    void glue(String end) {
        field.append(end);
        column += end.length();
    }

    /** Add words that are parted by single spaces. */
    FieldWriter words(String text) {
        if (!text.isEmpty()) {
            for (String word : text.split(" ", -1)) {
                word(word);
            }
        }
        return this;
    }

    /** Return whether there is a word already. */
    boolean hasWords() {
        return !first;
    }

    /** Begin a new line. */
    void fold() {
        field.append("\r\n");
        column = 0;
    }

    /** Return how many characters a word may have to stay on the line. */
    int room() {
        return LINE - column - 1;
    }

    /** Return the field, with the line break at its end. */
    String written() {
        return field + "\r\n";
    }

    /** Return whether a line may end here: one of white space only must not come about. */
    private boolean mayFold(String word) {
        return !word.isEmpty() && field.charAt(field.length() - 1) != ' ';
    }

    private static int octets(String word) {
        return (int) word.chars()
                .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate((char) c) ? 2 : 3)
                .sum();
    }
}
