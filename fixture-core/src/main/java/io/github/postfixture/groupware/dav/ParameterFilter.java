package io.github.postfixture.groupware.dav;

import io.github.postfixture.ical.ContentLine;
import io.github.postfixture.ical.PropertyParameter;
import io.github.postfixture.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * Which parameter a property is to have (RFC 4791 section 9.7.3, RFC 6352 section 10.5.2).
 *
 * @param isAbsent whether it must not be there
 */
record ParameterFilter(String name, boolean isAbsent, Optional<TextMatch> text) {

    static ParameterFilter of(XmlElement element, DavNamespace namespace) throws DavRefusal {
        Optional<XmlElement> match = element.element(namespace.name("text-match"));
        return new ParameterFilter(
                PropertyFilter.name(element, namespace),
                element.has(namespace.name("is-not-defined")),
                match.isEmpty() ? Optional.empty() : Optional.of(TextMatch.of(match.get(), namespace)));
    }

    boolean matches(ContentLine property) {
        List<PropertyParameter> found = property.parameters(name);
        return isAbsent
                ? found.isEmpty()
                : found.stream()
                        .flatMap(parameter -> parameter.values().stream())
                        .anyMatch(value -> text.isEmpty() || text.get().matches(value));
    }
}
