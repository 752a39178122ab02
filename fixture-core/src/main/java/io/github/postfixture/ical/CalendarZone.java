package io.github.postfixture.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/**
 * A time zone as a calendar means it.
 *
 * @param region the zone by its name; nothing if only the calendar knows it
 * @param rules when its clocks change
 * @param isKnown whether somebody knows it; else it is guessed
 */
record CalendarZone(Optional<ZoneId> region, ZoneRules rules, boolean isKnown) {

    static CalendarZone of(ZoneId region) {
        return new CalendarZone(Optional.of(region), region.getRules(), true);
    }

    static CalendarZone of(ZoneRules rules) {
        return new CalendarZone(Optional.empty(), rules, true);
    }

    static CalendarZone guessed(ZoneId region) {
        return new CalendarZone(Optional.of(region), region.getRules(), false);
    }

    /**
     * Return the moment at which a clock on the wall shows a time: the first if it shows it twice; with the offset before the
     * gap if it never does (RFC 5545 section 3.3.5).
     */
    ZonedDateTime at(LocalDateTime time) {
        return region.map(time::atZone).orElseGet(() -> atOffset(time));
    }

    /** Return the same moment in this zone. */
    ZonedDateTime at(Instant moment) {
        return moment.atZone(region.orElseGet(() -> rules.getOffset(moment)));
    }

    /** Return what a clock on the wall shows at a moment. */
    LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, rules.getOffset(moment));
    }

    private ZonedDateTime atOffset(LocalDateTime time) {
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (!offsets.isEmpty()) {
            return time.atZone(offsets.get(0));
        }
        ZoneOffsetTransition gap = rules.getTransition(time);
        return time.toInstant(gap.getOffsetBefore()).atZone(gap.getOffsetAfter());
    }
}
