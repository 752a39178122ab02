package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.ical.CalendarZones;
import io.github.postfixture.xml.XmlElement;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * Which objects of calendars a client looks for.
 *
 * @param floating the zone of times that have none
 */
record CalendarFilter(ComponentFilter calendar, ZoneId floating) implements Predicate<StoredObject> {

    static CalendarFilter of(Resource resource, XmlElement query) throws DavRefusal {
        XmlElement filter = query.element(CALDAV.name("filter"))
                .orElseThrow(() ->
                        DavRefusal.of(403, CALDAV.element("valid-filter"), "There must be a filter in the query"));
        return new CalendarFilter(ComponentFilter.ofCalendar(filter), FloatingZone.of(query, resource));
    }

    @Override
    public boolean test(StoredObject object) {
        return CalendarObject.read(object, CalendarObject.CALENDAR)
                .filter(found -> calendar.matches(found, CalendarZones.of(found, floating)))
                .isPresent();
    }
}
