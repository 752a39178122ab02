package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The properties that a client asks for (RFC 4918 section 9.1).
 *
 * @param kind whether it names them
 * @param wanted those that it names, as it has written them
 */
record PropertySelection(Kind kind, List<XmlElement> wanted) {

    /** How a client says which. */
    enum Kind {
        /** By their names. */
        NAMED,
        /** All that there are, and those that it names. */
        ALL,
        /** All that there are, without their values. */
        NAMES
    }

    /** Read which properties are asked for by the elements in a request; none ask for all. */
    static PropertySelection of(XmlElement request) throws DavRefusal {
        Optional<XmlElement> prop = request.element(DAV.name("prop"));
        if (prop.isPresent()) {
            return new PropertySelection(Kind.NAMED, prop.get().elements());
        } else if (request.has(DAV.name("propname"))) {
            return new PropertySelection(Kind.NAMES, List.of());
        } else if (request.has(DAV.name("allprop"))) {
            List<XmlElement> more = request.element(DAV.name("include"))
                    .map(XmlElement::elements)
                    .orElse(List.of());
            return new PropertySelection(Kind.ALL, more);
        }
        throw DavRefusal.of(400, "There must be prop, allprop or propname in " + request.name());
    }

    static PropertySelection all() {
        return new PropertySelection(Kind.ALL, List.of());
    }

    /** Return what a resource has of them, as one response of a multistatus. */
    XmlElement response(Resource resource, DavCall call) {
        return response(resource, call, object -> Optional.empty());
    }

    /**
     * Return what a resource has of them, as one response of a multistatus.
     *
     * @param data the contents of objects
     */
    XmlElement response(Resource resource, DavCall call, ObjectData data) {
        return response(call.hrefs().href(resource), resource, call, data);
    }

    /**
     * Return what a resource has of them, as one response of a multistatus.
     *
     * @param href where it is, as the client has asked
     */
    XmlElement response(XmlElement href, Resource resource, DavCall call, ObjectData data) {
        List<XmlElement> found = new ArrayList<>();
        List<XmlElement> missing = new ArrayList<>();
        Optional<XmlElement> content = data.of(resource);
        for (XmlName name : names(resource)) {
            content.filter(value -> value.is(name))
                    .or(() -> value(name, resource, call))
                    .ifPresentOrElse(
                            value -> found.add(kind == Kind.NAMES ? XmlElement.of(name) : value),
                            () -> missing.add(XmlElement.of(name)));
        }
        return response(href, found, kind == Kind.NAMED ? missing : List.of());
    }

    private static XmlElement response(XmlElement href, List<XmlElement> found, List<XmlElement> missing) {
        List<XmlElement> parts = new ArrayList<>(List.of(href));
        if (!found.isEmpty() || missing.isEmpty()) {
            parts.add(PropertyStatus.of(200, found));
        }
        if (!missing.isEmpty()) {
            parts.add(PropertyStatus.of(404, missing));
        }
        return DAV.element("response", parts);
    }

    private Set<XmlName> names(Resource resource) {
        Set<XmlName> names = new LinkedHashSet<>();
        if (kind != Kind.NAMED) {
            names.addAll(kind == Kind.NAMES ? LiveProperties.names() : LiveProperties.inAllprop());
            names.addAll(resource.item().properties().keySet());
        }
        wanted.forEach(element -> names.add(element.name()));
        return names;
    }

    private static Optional<XmlElement> value(XmlName name, Resource resource, DavCall call) {
        return LiveProperties.value(name, resource, call)
                .or(() -> Optional.ofNullable(resource.item().properties().get(name)));
    }
}
