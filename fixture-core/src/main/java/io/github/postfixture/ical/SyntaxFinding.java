package io.github.postfixture.ical;

import io.github.postfixture.explanation.Printable;

/**
 * What is damaged in an iCalendar object or a vCard, or had to be guessed.
 *
 * @param line the number of the line in the bytes, from 1; 0 if it concerns all of them
 * @param detail what is wrong with it
 */
public record SyntaxFinding(int line, String detail) {

    private static final int LONGEST = 60;

    static SyntaxFinding at(int line, String detail, String excerpt) {
        String shown = excerpt.length() > LONGEST ? excerpt.substring(0, LONGEST) + "\u2026" : excerpt;
        return new SyntaxFinding(line, detail + ": " + Printable.line(shown));
    }

    @Override
    public String toString() {
        return line == 0 ? detail : "line " + line + " " + detail;
    }
}
