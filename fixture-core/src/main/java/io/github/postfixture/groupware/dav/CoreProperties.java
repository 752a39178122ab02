package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.xml.XmlElement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The properties of RFC 4918. */
final class CoreProperties {

    private CoreProperties() {}

    static void addTo(LiveProperties table) {
        table.addToAll(
                "resourcetype",
                (resource, call) -> DAV.element(
                        "resourcetype",
                        resource.collection().map(CoreProperties::types).orElse(List.of())));
        table.addToAll("getetag", (resource, call) -> ofObject(resource, "getetag", StoredObject::etag));
        table.addToAll(
                "getcontenttype", (resource, call) -> ofObject(resource, "getcontenttype", StoredObject::contentType));
        table.addToAll(
                "getcontentlength",
                (resource, call) -> ofObject(
                        resource,
                        "getcontentlength",
                        object -> String.valueOf(object.content().length())));
        table.addToAll(
                "getlastmodified",
                (resource, call) -> DAV.element(
                        "getlastmodified", HttpDates.of(resource.item().modified())));
        table.addToAll(
                "creationdate",
                (resource, call) -> DAV.element(
                        "creationdate",
                        resource.item()
                                .created()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
    }

    private static @Nullable XmlElement ofObject(Resource resource, String name, Function<StoredObject, String> value) {
        return resource.object()
                .map(object -> DAV.element(name, value.apply(object)))
                .orElse(null);
    }

    private static List<XmlElement> types(StoredCollection collection) {
        List<XmlElement> types = new ArrayList<>(List.of(DAV.element("collection")));
        switch (collection.kind()) {
            case FOLDER -> {}
            case PRINCIPAL -> types.add(DAV.element("principal"));
            case CALENDAR -> types.add(CALDAV.element("calendar"));
            case ADDRESS_BOOK -> types.add(CARDDAV.element("addressbook"));
            case SCHEDULING_INBOX -> types.add(CALDAV.element("schedule-inbox"));
            case SCHEDULING_OUTBOX -> types.add(CALDAV.element("schedule-outbox"));
        }
        return types;
    }
}
