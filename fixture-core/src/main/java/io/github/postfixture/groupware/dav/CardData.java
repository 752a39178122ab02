package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;

import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ComponentWriter;
import io.github.postfixture.ical.ContentLine;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The contents of contacts (RFC 6352 section 10.4).
 *
 * @param isWanted whether they are asked for
 * @param properties the names of the properties that are; none for all
 */
record CardData(boolean isWanted, Set<String> properties) implements ObjectData {

    static final XmlName NAME = CARDDAV.name("address-data");

    private static final Set<String> ALWAYS = Set.of("VERSION", "UID");

    static CardData of(PropertySelection selection) throws DavRefusal {
        Optional<XmlElement> wanted = ObjectData.wanted(selection, NAME);
        Optional<String> version = wanted.flatMap(element -> element.attribute("version"));
        if (version.isPresent() && !Set.of("3.0", "4.0").contains(version.get())) {
            throw DavRefusal.of(
                    403, CARDDAV.element("supported-address-data"), "There are no vCards of version " + version.get());
        }
        return new CardData(wanted.isPresent(), wanted.map(CardData::properties).orElse(Set.of()));
    }

    private static Set<String> properties(XmlElement element) {
        return element.elements(CARDDAV.name("prop")).stream()
                .flatMap(property -> property.attribute("name").stream())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<XmlElement> of(StoredObject object) {
        return isWanted ? Optional.of(XmlElement.of(NAME, text(object))) : Optional.empty();
    }

    private String text(StoredObject object) {
        return properties.isEmpty()
                ? ObjectData.whole(object)
                : CalendarObject.read(object, CalendarObject.CARD)
                        .map(card -> new String(ComponentWriter.write(part(card)), StandardCharsets.UTF_8))
                        .orElse("");
    }

    private Component part(Component card) {
        List<ContentLine> kept =
                card.properties().stream().filter(line -> isKept(line.name())).toList();
        return Component.of(card.name(), kept, List.of());
    }

    private boolean isKept(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return ALWAYS.contains(upper) || properties.contains(upper);
    }
}
