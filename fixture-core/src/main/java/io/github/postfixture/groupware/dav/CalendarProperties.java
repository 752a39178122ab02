package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties of calendars (RFC 4791 section 5.2). */
final class CalendarProperties {

    private static final List<String> ALL = List.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");

    private CalendarProperties() {}

    static void addTo(LiveProperties table) {
        add(table, "supported-calendar-component-set", CalendarProperties::components);
        add(
                table,
                "supported-calendar-data",
                calendar -> CALDAV.element(
                        "supported-calendar-data",
                        CALDAV.element("calendar-data")
                                .with(new XmlName("", "content-type"), "text/calendar")
                                .with(new XmlName("", "version"), "2.0")));
        add(
                table,
                "supported-collation-set",
                calendar -> CALDAV.element(
                        "supported-collation-set",
                        CALDAV.element("supported-collation", "i;ascii-casemap"),
                        CALDAV.element("supported-collation", "i;octet"),
                        CALDAV.element("supported-collation", "i;unicode-casemap")));
        add(
                table,
                "max-resource-size",
                calendar -> CALDAV.element("max-resource-size", String.valueOf(DavCall.MAX_OBJECT)));
    }

    /** Computes a property of a calendar. */
    @FunctionalInterface
    private interface OfCalendar {
        XmlElement of(StoredCollection calendar);
    }

    private static void add(LiveProperties table, String name, OfCalendar value) {
        table.add(CALDAV.name(name), (resource, call) -> of(resource, value));
    }

    private static @Nullable XmlElement of(Resource resource, OfCalendar value) {
        return resource.collection()
                .filter(collection -> collection.kind().holdsCalendarObjects())
                .map(value::of)
                .orElse(null);
    }

    private static XmlElement components(StoredCollection calendar) {
        Collection<String> names = calendar.components().isEmpty() ? ALL : calendar.components();
        return CALDAV.element(
                "supported-calendar-component-set",
                names.stream()
                        .sorted()
                        .map(name -> CALDAV.element("comp").with(new XmlName("", "name"), name))
                        .toList());
    }
}
