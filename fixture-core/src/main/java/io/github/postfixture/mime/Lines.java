package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;

/** A walk over lines that end in CRLF or LF; the last may have no ending. It begins at the first line. */
final class Lines {

    private final Octets octets;
    private long start;
    private long end;
    private long next;
    private long previousEnd;

    Lines(Octets octets) {
        this.octets = octets;
        find();
    }

    /** Return whether all lines are behind. */
    boolean atEnd() {
        return start == octets.length();
    }

    /** Go to the next line, or to the end. */
    void advance() {
        previousEnd = end;
        start = next;
        find();
    }

    /** Return where the line starts; where the octets end, if all lines are behind. */
    long start() {
        return start;
    }

    /** Return where the line before this one ended, its line ending not counted. */
    long previousEnd() {
        return previousEnd;
    }

    boolean isBlank() {
        return start == end;
    }

    /** Return whether the line continues the one before it (RFC 5322 section 2.2.3). */
    boolean isFolded() {
        return !isBlank() && (octets.at(start) == ' ' || octets.at(start) == '\t');
    }

    boolean startsWith(char first, char second) {
        return end - start >= 2 && octets.at(start) == first && octets.at(start + 1) == second;
    }

    /** Return how long the line is, its line ending not counted. */
    long length() {
        return end - start;
    }

    /** Return the line without its line ending, one character for each byte. */
    String text() {
        return octets.slice(start, end).text();
    }

    /** Return the line ending: CRLF, LF, or nothing. */
    String ending() {
        return octets.slice(end, next).text();
    }

    /** Return the beginning of the line that ends before a character; empty if the line has no such character. */
    String upTo(char limit) {
        long found = octets.slice(start, end).indexOf(limit, 0);
        return found == length() ? "" : octets.slice(start, start + found).text();
    }

    private void find() {
        long feed = octets.indexOf('\n', start);
        next = Math.min(octets.length(), feed + 1);
        end = feed > start && feed < octets.length() && octets.at(feed - 1) == '\r' ? feed - 1 : feed;
    }
}
