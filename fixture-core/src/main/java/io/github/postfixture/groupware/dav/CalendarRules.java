package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.ical.Component;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a calendar asks of an object (RFC 4791 sections 4.1 and 5.3.2.1). */
final class CalendarRules implements ObjectRules {

    private static final Set<String> KNOWN = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");

    @Override
    public String check(StoredCollection parent, NewObject made) throws DavRefusal {
        ObjectRules.requireType(made, "text/calendar", CALDAV.element("supported-calendar-data"));
        Component calendar = ObjectRules.only(made, CalendarObject.CALENDAR, CALDAV.element("valid-calendar-data"));
        if (!calendar.value("VERSION").strip().equals("2.0")) {
            throw DavRefusal.of(403, CALDAV.element("valid-calendar-data"), "The object must have VERSION:2.0");
        } else if (calendar.property("METHOD").isPresent()) {
            throw invalid("An object of a calendar has no METHOD; that is for invitations on their way");
        }
        requireSupported(parent, kind(calendar));
        return uid(CalendarObject.items(calendar));
    }

    private static String kind(Component calendar) throws DavRefusal {
        Set<String> kinds = CalendarObject.items(calendar).stream()
                .map(component -> component.name().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (kinds.size() != 1) {
            throw invalid("An object of a calendar has components of one kind, and not of " + kinds.size());
        }
        return kinds.iterator().next();
    }

    private static void requireSupported(StoredCollection parent, String kind) throws DavRefusal {
        Set<String> supported = parent.components().isEmpty() ? KNOWN : parent.components();
        if (!supported.contains(kind)) {
            throw DavRefusal.of(
                    403,
                    CALDAV.element("supported-calendar-component"),
                    kind + " cannot be here; "
                            + String.join(", ", supported.stream().sorted().toList()) + " can");
        }
    }

    private static String uid(List<Component> items) throws DavRefusal {
        Set<String> uids = items.stream().map(item -> item.text("UID")).collect(Collectors.toSet());
        String uid = uids.iterator().next();
        if (uids.size() != 1 || uid.isBlank()) {
            throw invalid("All components of an object have the same UID; there are " + uids);
        }
        long masters = items.stream()
                .filter(item -> item.property("RECURRENCE-ID").isEmpty())
                .count();
        if (masters > 1) {
            throw invalid("Of several components with one UID, all but one have a RECURRENCE-ID");
        }
        return uid;
    }

    private static DavRefusal invalid(String reason) {
        return DavRefusal.of(403, CALDAV.element("valid-calendar-object-resource"), reason);
    }
}
