package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;

import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** MKCALENDAR (RFC 4791 section 5.3.1). */
final class MkcalendarMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal, IOException {
        Optional<XmlElement> body = call.xml();
        List<XmlElement> properties =
                body.isEmpty() ? List.of() : CollectionMaker.properties(body.get(), CALDAV.name("mkcalendar"));
        return new CollectionMaker(call, CollectionKind.CALENDAR, "mkcalendar-response").make(properties);
    }
}
