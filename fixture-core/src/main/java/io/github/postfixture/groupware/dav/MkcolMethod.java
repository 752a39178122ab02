package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** MKCOL, of any kind of collection (RFC 4918 section 9.3, RFC 5689). */
final class MkcolMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal, IOException {
        Optional<XmlElement> body = xml(call);
        if (body.isEmpty()) {
            return CollectionMaker.plain(call);
        }
        List<XmlElement> properties = CollectionMaker.properties(body.get(), DAV.name("mkcol"));
        return new CollectionMaker(call, kind(properties), "mkcol-response").make(properties);
    }

    private static Optional<XmlElement> xml(DavCall call) throws DavRefusal, IOException {
        try {
            return call.xml();
        } catch (DavRefusal refusal) {
            throw refusal.status() == 400 ? DavRefusal.of(415, refusal.reason()) : refusal;
        }
    }

    private static CollectionKind kind(List<XmlElement> properties) throws DavRefusal {
        List<XmlElement> types = properties.stream()
                .filter(property -> property.is(DAV.name("resourcetype")))
                .flatMap(property -> property.elements().stream())
                .filter(type -> !type.is(DAV.name("collection")))
                .toList();
        if (types.isEmpty()) {
            return CollectionKind.FOLDER;
        } else if (types.size() == 1 && types.get(0).is(CALDAV.name("calendar"))) {
            return CollectionKind.CALENDAR;
        } else if (types.size() == 1 && types.get(0).is(CARDDAV.name("addressbook"))) {
            return CollectionKind.ADDRESS_BOOK;
        }
        throw DavRefusal.of(403, DAV.element("valid-resourcetype"), "There are no collections of type " + types);
    }
}
