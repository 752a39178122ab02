package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.groupware.store.StoredItem;
import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.web.response.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Where something is to be copied or moved to (RFC 4918 section 10.3).
 *
 * @param to its path
 */
record Destination(DavCall call, ResourcePath to) {

    private static final int MOST_NAMES = 100;

    /** What writes there. */
    @FunctionalInterface
    interface Writing {
        void write(StateCheck check) throws DavRefusal;
    }

    static ResourcePath of(DavCall call) throws DavRefusal {
        Optional<String> destination = call.header("Destination");
        if (destination.isEmpty()) {
            throw DavRefusal.of(400, "Destination is missing");
        }
        return call.resolve(destination.get())
                .orElseThrow(() -> DavRefusal.of(502, "Destination is on another server"));
    }

    /** Check that it can be done, remove what is there, and do it. */
    Response write(Writing writing, boolean moves) throws DavRefusal {
        Resource source = call.resource();
        call.require(to, Access.WRITE);
        requireApart(source);
        StateCheck check = StateCheck.of(call);
        boolean exists = call.store().find(to).isPresent();
        requireMayOverwrite(exists);
        requireRoom(source, moves);
        check.requireAllUnlocked(to);
        check.requireMembershipUnlocked(to);
        if (exists) {
            Placement.requireRemovable(call, to);
        }
        requireShallow(source);
        writing.write(check);
        return Response.status(exists ? 204 : 201).withHeader("Location", location(source));
    }

    private String location(Resource source) {
        return call.hrefs().of(to, source.collection().isPresent());
    }

    private void requireApart(Resource source) throws DavRefusal {
        boolean isAround = call.path().isWithin(to);
        boolean isInside = source.collection().isPresent() && to.isWithin(call.path());
        if (isAround || isInside) {
            throw DavRefusal.of(403, "Nothing can be copied or moved into itself, or over what it is in");
        }
    }

    private void requireMayOverwrite(boolean exists) throws DavRefusal {
        if (exists && call.header("Overwrite").orElse("T").strip().equalsIgnoreCase("F")) {
            throw DavRefusal.of(412, "There is something at " + to + ", and Overwrite is F");
        }
    }

    private void requireRoom(Resource source, boolean moves) throws DavRefusal {
        Optional<StoredObject> object = source.object();
        StoredCollection parent = Placement.parent(call, to);
        if (object.isEmpty()) {
            Placement.requireRoomForCollection(call, to);
        } else {
            new Placement(call, to, parent)
                    .uid(
                            NewObject.of(
                                    Optional.of(object.get().contentType()),
                                    object.get().content()),
                            moves ? Optional.of(call.path()) : Optional.empty());
        }
    }

    /** Refuse a tree that would reach deeper than any path can. */
    private void requireShallow(Resource source) throws DavRefusal {
        Deque<Resource> left = new ArrayDeque<>();
        left.push(new Resource(to, source.item()));
        while (!left.isEmpty()) {
            Resource next = left.pop();
            if (next.path().names().size() > MOST_NAMES) {
                throw DavRefusal.of(403, "Paths would have more than " + MOST_NAMES + " segments");
            }
            next.collection()
                    .ifPresent(inner -> inner.members().forEach((name, member) -> leave(next, name, member, left)));
        }
    }

    private static void leave(Resource parent, String name, StoredItem member, Deque<Resource> left) {
        if (member instanceof StoredCollection) {
            left.push(new Resource(parent.path().child(name), member));
        }
    }
}
