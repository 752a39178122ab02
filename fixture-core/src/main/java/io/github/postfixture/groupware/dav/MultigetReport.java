package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * The objects that a client names (RFC 4791 section 7.9, RFC 6352 section 8.7).
 *
 * @param contents reads how the client wants their contents
 */
record MultigetReport(DataReader contents) implements DavReport {

    /** Reads how a client wants the contents of objects. */
    @FunctionalInterface
    interface DataReader {
        ObjectData read(PropertySelection selection) throws DavRefusal;
    }

    @Override
    public Response answer(DavCall call, Resource resource, XmlElement query) throws DavRefusal {
        PropertySelection selection = PropertySelection.of(query);
        ObjectData data = contents.read(selection);
        List<XmlElement> hrefs = query.elements(DAV.name("href"));
        return Multistatus.of(
                hrefs.stream().map(href -> told(call, href, selection, data)).iterator());
    }

    private static XmlElement told(DavCall call, XmlElement href, PropertySelection selection, ObjectData data) {
        Optional<ResourcePath> path = path(call, href);
        if (path.isPresent() && !call.may(path.get(), Access.READ)) {
            return DAV.element("response", href, PropertyStatus.status(403));
        }
        return path.flatMap(at -> call.store().find(at).map(item -> new Resource(at, item)))
                .map(found -> selection.response(href, found, call, data))
                .orElseGet(() -> DAV.element("response", href, PropertyStatus.status(404)));
    }

    private static Optional<ResourcePath> path(DavCall call, XmlElement href) {
        try {
            return call.resolve(href.text());
        } catch (DavRefusal notHere) {
            return Optional.empty();
        }
    }
}
