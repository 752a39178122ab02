package io.github.postfixture.net;

import java.util.ArrayList;
import java.util.List;

/**
 * What was said on a connection, line by line: {@code C:} the client, {@code S:} the server. Whoever records a line
 * masks the secrets in it. What is said after 5,000 lines is not kept. Safe for use by several threads.
 */
public final class Transcript {

    private static final int MOST_LINES = 5_000;

    private final List<Line> lines = new ArrayList<>();

    /** Record a line of the client. */
    public void client(String text) {
        add(new Line("C: ", text));
    }

    /** Record a line of the server. */
    public void server(String text) {
        add(new Line("S: ", text));
    }

    /** Return the lines so far. */
    public synchronized List<String> lines() {
        return lines.stream().map(Line::toString).toList();
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    private synchronized void add(Line line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
    }

    private record Line(String speaker, String text) {

        @Override
        public String toString() {
            return speaker + text;
        }
    }
}
