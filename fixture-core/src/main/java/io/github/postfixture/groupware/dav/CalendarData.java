package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.ical.CalendarZones;
import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ComponentWriter;
import io.github.postfixture.ical.TimeRange;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The contents of events and tasks (RFC 4791 section 9.6).
 *
 * @param isWanted whether they are asked for
 * @param expansion whether instances are to stand in place of what recurs
 * @param overrides when the instances are to be that are different; all if nothing is said
 * @param selection which parts of them are wanted; all if nothing is said
 */
record CalendarData(
        boolean isWanted,
        Optional<Expansion> expansion,
        Optional<TimeRange> overrides,
        Optional<ComponentSelection> selection)
        implements ObjectData {

    static final XmlName NAME = CALDAV.name("calendar-data");

    static CalendarData of(PropertySelection properties) throws DavRefusal {
        Optional<XmlElement> wanted = ObjectData.wanted(properties, NAME);
        if (wanted.isEmpty()) {
            return new CalendarData(false, Optional.empty(), Optional.empty(), Optional.empty());
        }
        XmlElement element = wanted.get();
        requireSupported(element);
        return new CalendarData(
                true,
                range(element, "expand").map(Expansion::new),
                range(element, "limit-recurrence-set"),
                element.element(CALDAV.name("comp")).map(ComponentSelection::of));
    }

    private static void requireSupported(XmlElement element) throws DavRefusal {
        String type = element.attribute("content-type").orElse("text/calendar");
        String version = element.attribute("version").orElse("2.0");
        if (!type.equals("text/calendar") || !version.equals("2.0")) {
            throw DavRefusal.of(
                    403, CALDAV.element("supported-calendar-data"), "There is only text/calendar of version 2.0 here");
        }
    }

    private static Optional<TimeRange> range(XmlElement element, String name) throws DavRefusal {
        Optional<XmlElement> range = element.element(CALDAV.name(name));
        return range.isEmpty() ? Optional.empty() : Optional.of(TimeRangeElement.whole(range.get()));
    }

    @Override
    public Optional<XmlElement> of(StoredObject object) {
        return isWanted ? Optional.of(XmlElement.of(NAME, text(object))) : Optional.empty();
    }

    private String text(StoredObject object) {
        return expansion.isEmpty() && overrides.isEmpty() && selection.isEmpty()
                ? ObjectData.whole(object)
                : CalendarObject.read(object, CalendarObject.CALENDAR)
                        .map(calendar -> new String(ComponentWriter.write(shown(calendar)), StandardCharsets.UTF_8))
                        .orElse("");
    }

    private Component shown(Component calendar) {
        CalendarZones zones = CalendarZones.of(calendar, ZoneOffset.UTC);
        Component limited =
                overrides.map(range -> limited(calendar, range, zones)).orElse(calendar);
        Component expanded = expansion.map(each -> each.of(limited, zones)).orElse(limited);
        return selection.map(parts -> parts.of(expanded)).orElse(expanded);
    }

    /** Leave out the instances that are different, but are not within a span of time (RFC 4791 section 9.6.6). */
    private static Component limited(Component calendar, TimeRange range, CalendarZones zones) {
        List<Component> kept = calendar.components().stream()
                .filter(component ->
                        component.property("RECURRENCE-ID").isEmpty() || range.includes(List.of(component), zones))
                .toList();
        return Component.of(calendar.name(), calendar.properties(), kept);
    }
}
