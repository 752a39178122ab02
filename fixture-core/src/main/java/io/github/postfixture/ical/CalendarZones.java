package io.github.postfixture.ical;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/**
 * The time zones of an iCalendar object. A name of IANA means that zone; another one what the object defines
 * ({@code VTIMEZONE}), or else the zone of that name of Windows or of a registry (RFC 5545 section 3.2.19). Safe for use by
 * several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class CalendarZones {

    private final List<Component> definitions;
    private final ZoneId floating;
    private final Map<String, CalendarZone> zones = new ConcurrentHashMap<>();

    private CalendarZones(List<Component> definitions, ZoneId floating) {
        this.definitions = definitions;
        this.floating = floating;
    }

    /**
     * Return the zones of an object.
     *
     * @param floating the zone of times that have none, and a guess of one that nobody knows
     */
    public static CalendarZones of(Component calendar, ZoneId floating) {
        return new CalendarZones(calendar.components("VTIMEZONE"), floating);
    }

    /** Return the moment that a value means, in its zone. */
    public ZonedDateTime resolve(DateTimeValue value) {
        return zone(value).at(value.local());
    }

    /** Return whether nobody knows the zone of a value, so that it is guessed. */
    public boolean isGuessed(DateTimeValue value) {
        return !zone(value).isKnown();
    }

    /** Return the zone of a value. */
    CalendarZone zone(DateTimeValue value) {
        if (value.isUtc()) {
            return zones.computeIfAbsent("Z", name -> CalendarZone.of(ZoneOffset.UTC));
        }
        return zones.computeIfAbsent(value.zone(), this::named);
    }

    private CalendarZone named(String name) {
        if (name.isEmpty()) {
            return CalendarZone.of(floating);
        }
        return ZoneNames.region(name)
                .map(CalendarZone::of)
                .or(() -> definitions.stream()
                        .filter(zone -> zone.value("TZID").strip().equals(name))
                        .findFirst()
                        .flatMap(ZoneDefinition::rules)
                        .map(CalendarZone::of))
                .or(() -> ZoneNames.zone(name).map(CalendarZone::of))
                .orElseGet(() -> CalendarZone.guessed(floating));
    }
}
