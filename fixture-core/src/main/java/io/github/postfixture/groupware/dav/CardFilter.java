package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;

import io.github.postfixture.ical.Component;
import io.github.postfixture.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Which contacts a client looks for (RFC 6352 section 10.5).
 *
 * @param isAny whether one of the filters suffices
 */
record CardFilter(List<PropertyFilter> properties, boolean isAny) {

    static CardFilter of(XmlElement filter) throws DavRefusal {
        List<PropertyFilter> properties = new ArrayList<>();
        for (XmlElement property : filter.elements(CARDDAV.name("prop-filter"))) {
            properties.add(PropertyFilter.of(property, CARDDAV));
        }
        return new CardFilter(properties, PropertyFilter.isAny(filter, CARDDAV));
    }

    boolean matches(Component card) {
        return properties.isEmpty()
                || (isAny
                        ? properties.stream().anyMatch(property -> property.matches(card))
                        : properties.stream().allMatch(property -> property.matches(card)));
    }
}
