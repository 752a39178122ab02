package io.github.postfixture.mail.invitation;

import io.github.postfixture.explanation.FailureMessage;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * When an event starts or ends.
 *
 * @param at the time; nothing if it is not said, or if nobody knows the zone
 * @param unknownZone the name of a zone that nobody knows; empty if there is none
 */
record EventTime(Optional<ZonedDateTime> at, String unknownZone) {

    static EventTime at(ZonedDateTime time) {
        return new EventTime(Optional.of(time), "");
    }

    static EventTime in(String unknownZone) {
        return new EventTime(Optional.empty(), unknownZone);
    }

    static EventTime never() {
        return in("");
    }

    EventTime map(UnaryOperator<ZonedDateTime> change) {
        return new EventTime(at.map(change), unknownZone);
    }

    /** Return the time; fail if nobody knows its zone. */
    Optional<ZonedDateTime> of(Invitation invitation) {
        if (!unknownZone.isEmpty()) {
            throw FailureMessage.expected("times in a known zone", "there is no VTIMEZONE for " + unknownZone)
                    .on(invitation)
                    .error();
        }
        return at;
    }
}
