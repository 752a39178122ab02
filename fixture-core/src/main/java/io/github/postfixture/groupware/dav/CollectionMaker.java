package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.groupware.store.NewCollection;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import io.github.postfixture.xml.XmlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a collection.
 *
 * @param root the name of the element that tells what has become of the properties, if one cannot be set
 */
record CollectionMaker(DavCall call, CollectionKind kind, String root) {

    private static final Set<XmlName> TAKEN =
            Set.of(DAV.name("resourcetype"), CALDAV.name("supported-calendar-component-set"));

    /** Make a folder without properties. */
    static Response plain(DavCall call) throws DavRefusal {
        return new CollectionMaker(call, CollectionKind.FOLDER, "").make(List.of());
    }

    /** Return the properties that a request wants set. */
    static List<XmlElement> properties(XmlElement body, XmlName wanted) throws DavRefusal {
        if (!body.is(wanted)) {
            throw DavRefusal.of(415, "The content must be an element " + wanted);
        }
        return body.elements(DAV.name("set")).stream()
                .flatMap(set -> set.elements(DAV.name("prop")).stream())
                .flatMap(prop -> prop.elements().stream())
                .toList();
    }

    Response make(List<XmlElement> properties) throws DavRefusal {
        List<XmlElement> wrong = properties.stream()
                .filter(property -> !TAKEN.contains(property.name()) && LiveProperties.isProtected(property.name()))
                .toList();
        return wrong.isEmpty()
                ? Atomic.answer(call, () -> makeOf(properties))
                : DavResponses.xml(403, XmlWriter.document(failure(properties, wrong), DavNamespace.PREFIXES));
    }

    private XmlElement failure(List<XmlElement> properties, List<XmlElement> wrong) {
        XmlName name = kind == CollectionKind.CALENDAR && root.startsWith("mkcalendar")
                ? CALDAV.name(root)
                : DAV.name(root.isEmpty() ? "mkcol-response" : root);
        return XmlElement.of(name, PropertyStatus.refused(properties, wrong));
    }

    private Response makeOf(List<XmlElement> properties) throws DavRefusal {
        ResourcePath path = call.path();
        call.require(path, Access.WRITE);
        if (call.store().find(path).isPresent()) {
            throw DavRefusal.of(
                    405, DAV.element("resource-must-be-null"), "There is something at " + path + " already");
        }
        Placement.requireRoomForCollection(call, path);
        StateCheck check = StateCheck.of(call);
        check.requireUnlocked(path);
        check.requireMembershipUnlocked(path);
        call.editor().makeCollection(path, described(properties));
        return Response.status(201).withHeader("Cache-Control", "no-cache");
    }

    private NewCollection described(List<XmlElement> properties) {
        Map<XmlName, XmlElement> kept = new LinkedHashMap<>();
        properties.stream()
                .filter(property -> !TAKEN.contains(property.name()))
                .forEach(property -> kept.put(property.name(), property));
        return NewCollection.of(kind).withComponents(components(properties)).withProperties(kept);
    }

    private static Set<String> components(List<XmlElement> properties) {
        return properties.stream()
                .filter(property -> property.is(CALDAV.name("supported-calendar-component-set")))
                .flatMap(property -> property.elements(CALDAV.name("comp")).stream())
                .flatMap(component -> component.attribute("name").stream())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
