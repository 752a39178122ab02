package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The properties of a resource, and those of what they link to (RFC 3253 section 3.8); two levels deep. */
final class ExpandPropertyReport implements DavReport {

    @Override
    public Response answer(DavCall call, Resource resource, XmlElement query) {
        return Multistatus.of(List.of(expanded(call, resource, query)));
    }

    private static XmlElement expanded(DavCall call, Resource resource, XmlElement query) {
        List<XmlElement> found = new ArrayList<>();
        List<XmlElement> missing = new ArrayList<>();
        for (XmlElement property : query.elements(DAV.name("property"))) {
            XmlName name = name(property);
            value(name, resource, call)
                    .ifPresentOrElse(
                            value -> found.add(followed(call, value, property)),
                            () -> missing.add(XmlElement.of(name)));
        }
        List<XmlElement> parts = new ArrayList<>(List.of(call.hrefs().href(resource), PropertyStatus.of(200, found)));
        if (!missing.isEmpty()) {
            parts.add(PropertyStatus.of(404, missing));
        }
        return DAV.element("response", parts);
    }

    private static XmlName name(XmlElement property) {
        return new XmlName(
                property.attribute("namespace").orElse("DAV:"),
                property.attribute("name").orElse(""));
    }

    private static Optional<XmlElement> value(XmlName name, Resource resource, DavCall call) {
        return LiveProperties.value(name, resource, call)
                .or(() -> Optional.ofNullable(resource.item().properties().get(name)));
    }

    private static XmlElement followed(DavCall call, XmlElement value, XmlElement property) {
        List<XmlElement> wanted = property.elements(DAV.name("property")).stream()
                .map(inner -> XmlElement.of(name(inner)))
                .toList();
        if (wanted.isEmpty()) {
            return value;
        }
        PropertySelection selection = new PropertySelection(PropertySelection.Kind.NAMED, wanted);
        return XmlElement.of(
                value.name(),
                value.elements(DAV.name("href")).stream()
                        .map(href -> target(call, href)
                                .map(found -> selection.response(found, call))
                                .orElse(href))
                        .toList());
    }

    private static Optional<Resource> target(DavCall call, XmlElement href) {
        try {
            Optional<ResourcePath> path = call.resolve(href.text());
            return path.filter(found -> call.may(found, Access.READ))
                    .flatMap(found -> call.store().find(found).map(item -> new Resource(found, item)));
        } catch (DavRefusal notHere) {
            return Optional.empty();
        }
    }
}
