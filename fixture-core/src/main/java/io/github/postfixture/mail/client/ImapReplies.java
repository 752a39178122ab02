package io.github.postfixture.mail.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what an IMAP server says, with limits on all that has no end: a line has at most 1 MB, all lines of an
 * answer 32 MB, a literal 128 MB, a list 100 levels.
 */
final class ImapReplies {

    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_LINES = 32 << 20;
    private static final long LONGEST_LITERAL = 128L << 20;
    private static final int DEEPEST = 100;
    private static final int MOST_DIGITS = 10;
    private static final Set<String> STATUSES = Set.of("OK", "NO", "BAD", "BYE", "PREAUTH");

    private final BufferedInputStream in;
    private int lineLength;
    private int linesLength;

    ImapReplies(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Begin to read the answer to another command. */
    void renew() {
        linesLength = 0;
    }

    /**
     * Read the next one.
     *
     * @throws EOFException if the server has closed the connection
     */
    ImapReply next() throws IOException {
        lineLength = 0;
        String tag = atom();
        if (tag.equals("+")) {
            return new ImapReply(tag, "", 0, List.of(), rest());
        }
        skip(' ');
        String first = atom();
        boolean numbered = isNumber(first);
        if (numbered) {
            skip(' ');
        }
        String kind = (numbered ? atom() : first).toUpperCase(Locale.ROOT);
        long number = numbered ? Long.parseLong(first) : 0;
        return STATUSES.contains(kind)
                ? new ImapReply(tag, kind, number, List.of(), rest())
                : new ImapReply(tag, kind, number, values('\r', 0), "");
    }

    static boolean isNumber(String word) {
        return !word.isEmpty() && word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private List<ImapValue> values(char end, int depth) throws IOException {
        List<ImapValue> values = new ArrayList<>();
        for (int c = peek(); c != end; c = peek()) {
            if (c == ' ') {
                skip(' ');
            } else {
                values.add(value(c, depth));
            }
        }
        skip(end);
        if (end == '\r') {
            skip('\n');
        }
        return values;
    }

    private ImapValue value(int first, int depth) throws IOException {
        return switch (first) {
            case '(' -> list(depth + 1);
            case '"' -> separated(new ImapValue.Word(quoted()));
            case '{' -> separated(literal());
            default -> new ImapValue.Word(word());
        };
    }

    /** Require that a string has come to its end. */
    private ImapValue separated(ImapValue string) throws IOException {
        if (" )\r\n".indexOf(peek()) < 0) {
            throw new IOException("a string that is longer than announced");
        }
        return string;
    }

    private ImapValue list(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("lists in lists without end");
        }
        skip('(');
        return new ImapValue.Parenthesized(values(')', depth));
    }

    private String quoted() throws IOException {
        StringBuilder text = new StringBuilder();
        skip('"');
        for (int c = read(); c != '"'; c = read()) {
            text.append((char) requireInLine(c == '\\' ? read() : c));
        }
        return text.toString();
    }

    private ImapValue literal() throws IOException {
        skip('{');
        StringBuilder digits = new StringBuilder();
        for (int c = read(); c != '}'; c = read()) {
            digits.append((char) requireInLine(c));
        }
        skip('\r');
        skip('\n');
        String length = digits.toString();
        if (!isNumber(length) || Long.parseLong(length) > LONGEST_LITERAL) {
            throw new IOException("a literal of " + length + " bytes, where 128 MB are the most");
        }
        byte[] octets = in.readNBytes((int) Long.parseLong(length));
        if (octets.length < Long.parseLong(length)) {
            throw closed();
        }
        return new ImapValue.Literal(octets);
    }

    private String word() throws IOException {
        String word = atom();
        if (word.isEmpty()) {
            throw new IOException("'" + (char) read() + "' where none belongs");
        }
        return word;
    }

    /** Read up to a space, a parenthesis or the end of the line; brackets belong to it. */
    private String atom() throws IOException {
        StringBuilder atom = new StringBuilder();
        for (int c = peek(); " ()\r\n".indexOf(c) < 0; c = peek()) {
            atom.append((char) read());
        }
        return atom.toString();
    }

    private String rest() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = read(); c != '\n'; c = read()) {
            text.append((char) c);
        }
        return text.toString().strip();
    }

    private void skip(char expected) throws IOException {
        if (peek() == expected) {
            read();
        } else if (expected != ' ' && expected != '\r') {
            throw new IOException("a line that ends too early or too late");
        }
    }

    private static int requireInLine(int c) throws IOException {
        if (c == '\r' || c == '\n') {
            throw new IOException("a line that ends within a string");
        }
        return c;
    }

    private int peek() throws IOException {
        in.mark(1);
        int c = in.read();
        in.reset();
        if (c < 0) {
            throw closed();
        }
        return c;
    }

    private int read() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw closed();
        }
        lineLength++;
        linesLength++;
        if (lineLength > LONGEST_LINE || linesLength > MOST_LINES) {
            throw new IOException(lineLength > LONGEST_LINE ? "a line without end" : "an answer without end");
        }
        return c;
    }

    private static EOFException closed() {
        return new EOFException("the connection was closed");
    }
}
