package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoredCollection;
import java.util.Optional;

/**
 * What a collection asks of the objects in it.
 *
 * @param parent the collection
 */
record Placement(DavCall call, ResourcePath path, StoredCollection parent) {

    /** Return what is asked of an object at a path; refuse one where there can be none. */
    static Placement at(DavCall call, ResourcePath path) throws DavRefusal {
        StoredCollection parent = parent(call, path);
        if (call.store().collection(path).isPresent()) {
            throw DavRefusal.of(405, path + " is a collection");
        }
        return new Placement(call, path, parent);
    }

    /** Return the collection that something is to be in. */
    static StoredCollection parent(DavCall call, ResourcePath path) throws DavRefusal {
        if (path.isRoot()) {
            throw DavRefusal.of(405, "The root is there already");
        }
        return call.store()
                .collection(path.parent())
                .orElseThrow(() -> DavRefusal.of(409, "There is no collection at " + path.parent()));
    }

    /** Refuse a collection where there can be none, such as in a calendar (RFC 4791 section 4.2). */
    static void requireRoomForCollection(DavCall call, ResourcePath path) throws DavRefusal {
        if (parent(call, path).kind() != CollectionKind.FOLDER) {
            throw DavRefusal.of(
                    403,
                    CALDAV.element("calendar-collection-location-ok"),
                    "There can be no collection in " + path.parent());
        }
    }

    /** Refuse to change what belongs to every account. */
    static void requireRemovable(DavCall call, ResourcePath path) throws DavRefusal {
        boolean isFixed = path.names().size() < 2
                || call.store()
                        .collection(path)
                        .filter(collection -> path.names().size() == 2
                                || collection.kind() == CollectionKind.SCHEDULING_INBOX
                                || collection.kind() == CollectionKind.SCHEDULING_OUTBOX)
                        .isPresent();
        if (isFixed) {
            throw DavRefusal.of(403, DAV.element("cannot-modify-protected-property"), path + " cannot be removed");
        }
    }

    /** Return what identifies an object whatever its name; refuse one that cannot be here. */
    Optional<String> uid(NewObject made, Optional<ResourcePath> source) throws DavRefusal {
        return Optional.empty();
    }

    String contentType(NewObject made) {
        return made.contentType()
                .orElse(
                        switch (parent.kind()) {
                            case CALENDAR, SCHEDULING_INBOX -> "text/calendar; charset=utf-8";
                            case ADDRESS_BOOK -> "text/vcard; charset=utf-8";
                            default -> "application/octet-stream";
                        });
    }
}
