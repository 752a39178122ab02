package io.github.postfixture.groupware.store;

import io.github.postfixture.groupware.store.StoreChange.Kind;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a store in somebody's name, and tells of it when it is closed: nobody who waits for a change has it before. Every method
 * throws an {@link IllegalArgumentException} if the collection that a path is in is not there. Safe for use by several threads.
 */
public final class StoreEditor implements AutoCloseable {

    private final GroupwareStore store;
    private final String author;
    private final List<StoreChange> changes = new ArrayList<>();

    StoreEditor(GroupwareStore store, String author) {
        this.store = store;
        this.author = author;
    }

    /**
     * Put an object, in place of the one at its path if there is one; properties stay.
     *
     * @param uid what identifies it within its collection whatever its name, if anything does
     */
    public StoredObject put(ResourcePath path, Octets content, String contentType, Optional<String> uid) {
        synchronized (store.guard()) {
            Instant now = store.clock().instant();
            Optional<StoredObject> before = store.object(path);
            StoredObject object = new StoredObject(
                    content,
                    contentType,
                    uid,
                    store.nextTag(),
                    before.map(StoredObject::created).orElse(now),
                    now,
                    before.map(StoredObject::properties).orElse(Map.of()));
            place(path, object);
            return object;
        }
    }

    private void place(ResourcePath path, StoredItem item) {
        Instant now = store.clock().instant();
        Optional<StoredItem> before =
                Optional.ofNullable(parent(path).put(path.name(), item, store.nextRevision(), now));
        changed(before.isPresent() ? Kind.UPDATED : Kind.CREATED, path, before, Optional.of(item));
    }

    private StoredCollection parent(ResourcePath path) {
        return store.collection(path.parent())
                .filter(parent -> !path.isRoot())
                .orElseThrow(() -> new IllegalArgumentException("path (" + path + ") must be in a collection"));
    }

    private void changed(Kind kind, ResourcePath path, Optional<StoredItem> before, Optional<StoredItem> after) {
        changes.add(new StoreChange(kind, path, author, before, after));
    }

    /** Make a collection. */
    public StoredCollection makeCollection(ResourcePath path, NewCollection made) {
        synchronized (store.guard()) {
            StoredCollection collection = store.make(made);
            place(path, collection);
            return collection;
        }
    }

    /** Give something other properties, in place of all that it has. */
    public void describe(ResourcePath path, Map<XmlName, XmlElement> properties) {
        synchronized (store.guard()) {
            StoredItem item = store.find(path).orElseThrow();
            if (item instanceof StoredCollection collection) {
                collection.setProperties(properties, store.nextRevision());
            } else {
                StoredObject described = ((StoredObject) item).withProperties(properties);
                parent(path).put(path.name(), described, store.nextRevision(), item.modified());
            }
            changed(Kind.DESCRIBED, path, Optional.of(item), store.find(path));
        }
    }

    /** Remove something with all that is in it, and its locks. */
    public void delete(ResourcePath path) {
        synchronized (store.guard()) {
            take(path);
            store.locks().forget(path);
        }
    }

    private StoredItem take(ResourcePath path) {
        StoredItem gone = store.find(path).orElseThrow();
        parent(path).remove(path.name(), store.nextRevision(), store.clock().instant());
        changed(Kind.DELETED, path, Optional.of(gone), Optional.empty());
        return gone;
    }

    /** Move something with all that is in it, but not its locks. */
    public void move(ResourcePath from, ResourcePath to) {
        synchronized (store.guard()) {
            parent(to);
            StoredItem moved = take(from);
            store.locks().forget(from);
            place(to, moved);
        }
    }

    /**
     * Copy something.
     *
     * @param isDeep whether with all that is in it
     */
    public void copy(ResourcePath from, ResourcePath to, boolean isDeep) {
        synchronized (store.guard()) {
            place(to, copyOf(store.find(from).orElseThrow(), isDeep));
        }
    }

    private StoredItem copyOf(StoredItem item, boolean isDeep) {
        if (item instanceof StoredCollection collection) {
            return copyOf(collection, isDeep);
        }
        StoredObject object = (StoredObject) item;
        return object.copiedAt(store.clock().instant(), store.nextTag());
    }

    private StoredCollection copyOf(StoredCollection collection, boolean isDeep) {
        StoredCollection copy = store.make(NewCollection.of(collection.kind())
                .withComponents(collection.components())
                .withProperties(collection.properties()));
        if (isDeep) {
            collection
                    .members()
                    .forEach((name, member) -> copy.put(
                            name,
                            copyOf(member, true),
                            store.nextRevision(),
                            store.clock().instant()));
        }
        return copy;
    }

    /** Tell of what was changed, and forget it. */
    @Override
    public void close() {
        List<StoreChange> done;
        synchronized (store.guard()) {
            done = List.copyOf(changes);
            changes.clear();
        }
        store.tell(done);
    }
}
