package io.github.postfixture.fault;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import java.util.OptionalInt;

/**
 * How often a scripted fault has struck, and how often it is still to strike.
 *
 * @param number which of its server it is, in the order in which they were scripted
 * @param fault what strikes
 * @param place where, in words
 * @param occurrence how often it was to strike
 * @param strikes how often it has struck
 * @param left how often it is still to strike; nothing if it has no end
 */
record FaultUse(int number, String fault, String place, Occurrence occurrence, int strikes, OptionalInt left)
        implements EventDetail {

    /** Return how often it has struck, such as {@code struck twice}. */
    String struck() {
        return switch (strikes) {
            case 0 -> "never struck";
            case 1 -> "struck once";
            case 2 -> "struck twice";
            default -> "struck " + strikes + " times";
        };
    }

    /** Return what it would do if the test went on. */
    String next() {
        if (left.isEmpty()) {
            return "has no end";
        }
        return switch (left.getAsInt()) {
            case 0 -> "ended";
            case 1 -> "would strike once more";
            default -> "would strike " + left.getAsInt() + " more times";
        };
    }

    @Override
    public EventCard card(Event event) {
        return new FaultCard(this);
    }

    @Override
    public String line() {
        return "in the end, " + this + " at " + place + ", " + occurrence + ": " + struck() + ", " + next();
    }

    @Override
    public boolean isHappening() {
        return false;
    }

    /** Return the words by which timelines and failures name the fault. */
    @Override
    public String toString() {
        return "fault #" + number + " (" + fault + ")";
    }
}
