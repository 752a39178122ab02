package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.groupware.store.StoredObject;
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

    /**
     * Return what identifies an object whatever its name; refuse one that cannot be here.
     *
     * @param source where it is moved from; nothing if it is new
     */
    Optional<String> uid(NewObject made, Optional<ResourcePath> source) throws DavRefusal {
        Optional<ObjectRules> rules = rules();
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        String uid = rules.get().check(parent, made);
        requireNoConflict(uid, source);
        return Optional.of(uid);
    }

    private Optional<ObjectRules> rules() {
        return switch (parent.kind()) {
            case CALENDAR -> Optional.of(new CalendarRules());
            case ADDRESS_BOOK -> Optional.of(new CardRules());
            default -> Optional.empty();
        };
    }

    /** Refuse an object with the UID of another, and one in place of another with another UID. */
    private void requireNoConflict(String uid, Optional<ResourcePath> source) throws DavRefusal {
        Optional<String> before = call.store().object(path).flatMap(StoredObject::uid);
        Optional<ResourcePath> other = parent.namesOf(uid).stream()
                .map(name -> path.parent().child(name))
                .filter(same -> !same.equals(path) && !source.equals(Optional.of(same)))
                .findFirst()
                .or(() -> before.filter(own -> !own.equals(uid)).map(own -> path));
        if (other.isPresent()) {
            DavNamespace namespace = parent.kind() == CollectionKind.ADDRESS_BOOK ? CARDDAV : CALDAV;
            throw DavRefusal.of(
                    403,
                    namespace.element("no-uid-conflict", call.hrefs().href(other.get(), false)),
                    "The UID of " + other.get() + " stands against " + uid);
        }
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
