package io.github.postfixture.net.transcript;

import io.github.postfixture.explanation.Printable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was said on a connection, line by line: {@code C:} the client, {@code S:} the server. Whoever records a line
 * masks the secrets in it (see {@link io.github.postfixture.explanation.Credentials}); what is not printable is escaped. What is said after 5,000 lines, or after 2,000 characters of a line, is not kept. Safe for use by several threads.
 */
public final class Transcript {

    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int LAST_LINES = 3;
    private static final int LONGEST_LAST_LINE = 100;

    private final List<Line> lines = new ArrayList<>();
    private final Deque<String> lastOfClient = new ArrayDeque<>(LAST_LINES);

    private boolean continuation;

    /** Record a line of the client. */
    public void client(String text) {
        remember(text);
        add("C: ", text);
    }

    private synchronized void remember(String text) {
        if (lastOfClient.size() == LAST_LINES) {
            lastOfClient.removeFirst();
        }
        lastOfClient.addLast(text.length() <= LONGEST_LAST_LINE ? text : text.substring(0, LONGEST_LAST_LINE) + "...");
    }

    /** Return the last three lines of the client, shortened, even of a transcript that is full. */
    public synchronized List<String> lastOfClient() {
        return lastOfClient.stream().map(Printable::line).toList();
    }

    /** Return an empty transcript of the same connection, which goes on from here. */
    public synchronized Transcript renewed() {
        Transcript next = new Transcript();
        next.continuation = true;
        lastOfClient.forEach(next::remember);
        return next;
    }

    /** Record a line of the server. */
    public void server(String text) {
        add("S: ", text);
    }

    /** Return whether nothing more is kept. */
    public synchronized boolean isFull() {
        return lines.size() == MOST_LINES;
    }

    /** Return whether the connection had another transcript before. */
    public synchronized boolean isContinuation() {
        return continuation;
    }

    /** Return how many lines there are so far. */
    public synchronized int size() {
        return lines.size();
    }

    /** Return the lines so far. */
    public List<String> lines() {
        return timedLines().stream().map(Line::toString).toList();
    }

    /** Return the lines so far, and when they were said. */
    synchronized List<Line> timedLines() {
        return List.copyOf(lines);
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    private synchronized void add(String speaker, String text) {
        if (lines.size() < MOST_LINES) {
            lines.add(new Line(System.nanoTime(), speaker, shortened(text)));
        }
    }

    private static String shortened(String text) {
        int more = text.length() - LONGEST_LINE;
        return more <= 0 ? text : text.substring(0, LONGEST_LINE) + "... (" + more + " more)";
    }

    /**
     * A line of a transcript.
     *
     * @param at when it was said, by {@link System#nanoTime()}
     * @param speaker {@code "C: "} or {@code "S: "}
     */
    record Line(long at, String speaker, String text) {

        @Override
        public String toString() {
            return speaker + Printable.line(text);
        }
    }
}
