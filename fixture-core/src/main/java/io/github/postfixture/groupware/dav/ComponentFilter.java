package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.ical.CalendarZones;
import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.TimeRange;
import io.github.postfixture.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which component there is to be in another (RFC 4791 section 9.7.1).
 *
 * @param isAbsent whether it must not be there
 * @param range when it is to be
 */
record ComponentFilter(
        String name,
        boolean isAbsent,
        Optional<TimeRange> range,
        List<PropertyFilter> properties,
        List<ComponentFilter> components) {

    /** Read what is asked of calendars. */
    static ComponentFilter ofCalendar(XmlElement filter) throws DavRefusal {
        Optional<XmlElement> calendar = filter.element(CALDAV.name("comp-filter"))
                .filter(element -> element.attribute("name")
                        .filter("VCALENDAR"::equalsIgnoreCase)
                        .isPresent());
        if (calendar.isEmpty()) {
            throw DavRefusal.of(
                    403, CALDAV.element("valid-filter"), "A filter must have a comp-filter of the name VCALENDAR");
        }
        return of(calendar.get());
    }

    private static ComponentFilter of(XmlElement element) throws DavRefusal {
        List<PropertyFilter> properties = new ArrayList<>();
        for (XmlElement property : element.elements(CALDAV.name("prop-filter"))) {
            properties.add(PropertyFilter.of(property, CALDAV));
        }
        List<ComponentFilter> components = new ArrayList<>();
        for (XmlElement component : element.elements(CALDAV.name("comp-filter"))) {
            components.add(of(component));
        }
        return new ComponentFilter(
                PropertyFilter.name(element, CALDAV),
                element.has(CALDAV.name("is-not-defined")),
                TimeRangeElement.in(element),
                properties,
                components);
    }

    /** Return whether a calendar is as it is asked for. */
    boolean matches(Component calendar, CalendarZones zones) {
        return !isAbsent && holdsFor(calendar, List.of(calendar), zones);
    }

    private boolean holdsFor(Component component, List<Component> family, CalendarZones zones) {
        return properties.stream().allMatch(property -> property.matches(component))
                && components.stream().allMatch(inner -> inner.matchesIn(component, family, zones));
    }

    /**
     * Return whether a component has such a component.
     *
     * @param family the component, and those that tell of the same event or task
     */
    private boolean matchesIn(Component component, List<Component> family, CalendarZones zones) {
        List<Component> found = component.components(name);
        return isAbsent
                ? found.isEmpty()
                : (range.isEmpty() || isWithin(range.get(), found, family, zones))
                        && found.stream().anyMatch(each -> holdsFor(each, found, zones));
    }

    private static boolean isWithin(
            TimeRange range, List<Component> found, List<Component> family, CalendarZones zones) {
        boolean isAlarm = !found.isEmpty() && found.get(0).isNamed("VALARM");
        return isAlarm
                ? found.stream().anyMatch(alarm -> range.includesAlarm(alarm, family, zones))
                : range.includes(found, zones);
    }
}
