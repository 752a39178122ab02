package io.github.postfixture.groupware.store;

import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a collection is to be.
 *
 * @param components which components of iCalendar may be in it; none for all
 * @param owner the address of the account whose it is; none for that of the collection that it is in
 */
public record NewCollection(
        CollectionKind kind, Set<String> components, Optional<String> owner, Map<XmlName, XmlElement> properties) {

    public NewCollection {
        components = Set.copyOf(components);
        properties = Map.copyOf(properties);
    }

    /** Make a collection without properties. */
    public static NewCollection of(CollectionKind kind) {
        return new NewCollection(kind, Set.of(), Optional.empty(), Map.of());
    }

    /** Return a copy that belongs to an account. */
    public NewCollection ownedBy(String address) {
        return new NewCollection(kind, components, Optional.of(address), properties);
    }

    /** Return a copy that takes these components of iCalendar alone. */
    public NewCollection withComponents(Set<String> names) {
        return new NewCollection(kind, names, owner, properties);
    }

    /** Return a copy with these properties. */
    public NewCollection withProperties(Map<XmlName, XmlElement> others) {
        return new NewCollection(kind, components, owner, others);
    }
}
