package io.github.postfixture.groupware.dav;

import io.github.postfixture.ical.CalendarZones;
import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ContentLine;
import io.github.postfixture.ical.DateTimeValue;
import io.github.postfixture.ical.TimeRange;
import io.github.postfixture.xml.XmlElement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which property a component is to have (RFC 4791 section 9.7.2, RFC 6352 section 10.5.1).
 *
 * @param isAbsent whether it must not be there
 * @param conditions what is asked of it
 * @param isAny whether one of them suffices
 */
record PropertyFilter(String name, boolean isAbsent, List<Predicate<ContentLine>> conditions, boolean isAny) {

    private static final CalendarZones NO_ZONES =
            CalendarZones.of(Component.of("VCALENDAR", List.of(), List.of()), ZoneOffset.UTC);

    static PropertyFilter of(XmlElement element, DavNamespace namespace) throws DavRefusal {
        List<Predicate<ContentLine>> conditions = new ArrayList<>();
        for (XmlElement match : element.elements(namespace.name("text-match"))) {
            TextMatch text = TextMatch.of(match, namespace);
            conditions.add(property -> text.matches(property.textValue()));
        }
        TimeRangeElement.in(element).ifPresent(range -> conditions.add(property -> isWithin(property, range)));
        for (XmlElement parameter : element.elements(namespace.name("param-filter"))) {
            conditions.add(ParameterFilter.of(parameter, namespace)::matches);
        }
        return new PropertyFilter(
                name(element, namespace),
                element.has(namespace.name("is-not-defined")),
                conditions,
                isAny(element, namespace));
    }

    /** Return the name that a filter is for. */
    static String name(XmlElement element, DavNamespace namespace) throws DavRefusal {
        return element.attribute("name")
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> DavRefusal.of(
                        403,
                        namespace.element("valid-filter"),
                        "A " + element.name().local() + " must have a name"));
    }

    /** Return whether one of the conditions suffices, which it does in address books unless something else is said. */
    static boolean isAny(XmlElement element, DavNamespace namespace) {
        return namespace == DavNamespace.CARDDAV
                && element.attribute("test").filter("allof"::equals).isEmpty();
    }

    private static boolean isWithin(ContentLine property, TimeRange range) {
        return DateTimeValue.of(property)
                .map(value -> NO_ZONES.resolve(value).toInstant())
                .filter(moment -> !moment.isBefore(range.from()) && moment.isBefore(range.to()))
                .isPresent();
    }

    boolean matches(Component component) {
        List<ContentLine> found = component.properties(name);
        return isAbsent ? found.isEmpty() : found.stream().anyMatch(this::matches);
    }

    private boolean matches(ContentLine property) {
        return conditions.isEmpty()
                || (isAny
                        ? conditions.stream().anyMatch(condition -> condition.test(property))
                        : conditions.stream().allMatch(condition -> condition.test(property)));
    }
}
