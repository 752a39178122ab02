package io.github.postfixture.ical;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A component of an iCalendar object, such as {@code VCALENDAR} or {@code VEVENT} (RFC 5545 section 3.6), or a vCard. What
 * was read is at most 32 components deep. Immutable.
 *
 * @param name the name as written
 * @param properties in their order
 * @param components what it contains, in their order
 * @param number the number of its first line, from 1; 0 if it was made here
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record Component(String name, List<ContentLine> properties, List<Component> components, int number) {

    public Component {
        properties = List.copyOf(properties);
        components = List.copyOf(components);
    }

    /** Make a component. */
    public static Component of(String name, List<ContentLine> properties, List<Component> components) {
        return new Component(name, properties, components, 0);
    }

    /** Return whether this is its name, whatever the case. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Return the components of a name that it contains, whatever the case. */
    public List<Component> components(String wanted) {
        return components.stream()
                .filter(component -> component.isNamed(wanted))
                .toList();
    }

    /** Return the properties of a name, whatever the case. */
    public List<ContentLine> properties(String wanted) {
        return all(wanted).toList();
    }

    /** Return the first property of a name, whatever the case. */
    public Optional<ContentLine> property(String wanted) {
        return all(wanted).findFirst();
    }

    /** Return the value of the first property of a name, as written; empty if there is none. */
    public String value(String wanted) {
        return property(wanted).map(ContentLine::value).orElse("");
    }

    /** Return the first property of a name as text; empty if there is none. */
    public String text(String wanted) {
        return property(wanted).map(ContentLine::textValue).orElse("");
    }

    /** Return the same component with this property, instead of those of its name. */
    public Component with(ContentLine property) {
        Stream<ContentLine> others = properties.stream().filter(other -> !other.isNamed(property.name()));
        return new Component(name, Stream.concat(others, Stream.of(property)).toList(), components, number);
    }

    private Stream<ContentLine> all(String wanted) {
        return properties.stream().filter(property -> property.isNamed(wanted));
    }
}
