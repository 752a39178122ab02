package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ContentLine;
import io.github.postfixture.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which parts of components a client wants (RFC 4791 section 9.6.1).
 *
 * @param properties whether it wants them without their values, by their names; nothing for all properties
 * @param components those within; nothing for all
 */
record ComponentSelection(
        String name, Optional<Map<String, Boolean>> properties, Optional<List<ComponentSelection>> components) {

    static ComponentSelection of(XmlElement element) {
        return new ComponentSelection(
                element.attribute("name").orElse(""),
                element.has(CALDAV.name("allprop")) ? Optional.empty() : Optional.of(properties(element)),
                element.has(CALDAV.name("allcomp")) ? Optional.empty() : Optional.of(components(element)));
    }

    private static Map<String, Boolean> properties(XmlElement element) {
        return element.elements(CALDAV.name("prop")).stream()
                .collect(Collectors.toMap(
                        property -> property.attribute("name").orElse("").toUpperCase(Locale.ROOT),
                        property -> property.attribute("novalue")
                                .filter("yes"::equals)
                                .isPresent(),
                        (one, other) -> one));
    }

    private static List<ComponentSelection> components(XmlElement element) {
        return element.elements(CALDAV.name("comp")).stream()
                .map(ComponentSelection::of)
                .toList();
    }

    /** Return those parts of a component. */
    Component of(Component component) {
        return Component.of(
                component.name(),
                component.properties().stream()
                        .flatMap(line -> kept(line).stream())
                        .toList(),
                component.components().stream()
                        .flatMap(inner -> kept(inner).stream())
                        .toList());
    }

    private Optional<ContentLine> kept(ContentLine line) {
        if (properties.isEmpty()) {
            return Optional.of(line);
        }
        return Optional.ofNullable(properties.get().get(line.name().toUpperCase(Locale.ROOT)))
                .map(withoutValue -> withoutValue ? ContentLine.of(line.name(), "") : line);
    }

    private Optional<Component> kept(Component component) {
        return components.isEmpty()
                ? Optional.of(component)
                : components.get().stream()
                        .filter(selection -> component.isNamed(selection.name()))
                        .findFirst()
                        .map(selection -> selection.of(component));
    }
}
