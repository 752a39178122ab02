package io.github.postfixture.timeline;

/**
 * Something that came too late for its test, and so stands on the timeline of a later one.
 *
 * @param detail what came
 */
public record Straggler(Object detail) {

    /** Return what came late; a straggler stays one, however late. */
    public static Straggler of(Object detail) {
        return detail instanceof Straggler late ? late : new Straggler(detail);
    }

    @Override
    public String toString() {
        return "from an earlier test: " + detail;
    }
}
