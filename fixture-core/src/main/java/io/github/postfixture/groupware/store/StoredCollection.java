package io.github.postfixture.groupware.store;

import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A collection, whose members have names. Safe for use by several threads. */
public final class StoredCollection implements StoredItem {

    private final Object guard;
    private final long id;
    private final CollectionKind kind;
    private final Set<String> components;
    private final Instant created;
    private final Map<String, StoredItem> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> namesByUid = new HashMap<>();
    private final Map<String, Access> shares = new HashMap<>();
    private final ChangeLog log = new ChangeLog();
    private Map<XmlName, XmlElement> properties;
    private Instant modified;
    private @Nullable String owner;
    private boolean readOnly;

    StoredCollection(Object guard, long id, NewCollection made, Instant created) {
        this.guard = guard;
        this.id = id;
        this.kind = made.kind();
        this.components = made.components();
        this.properties = made.properties();
        this.owner = made.owner().orElse(null);
        this.created = created;
        this.modified = created;
        log.touched(id);
    }

    /** Return what it is for. */
    public CollectionKind kind() {
        return kind;
    }

    /** Return which components of iCalendar may be in it; none for all. */
    public Set<String> components() {
        return components;
    }

    @Override
    public Instant created() {
        return created;
    }

    @Override
    public Instant modified() {
        synchronized (guard) {
            return modified;
        }
    }

    @Override
    public Map<XmlName, XmlElement> properties() {
        synchronized (guard) {
            return properties;
        }
    }

    /** Return the members by name, in the order in which they came, as they are now. */
    public Map<String, StoredItem> members() {
        synchronized (guard) {
            return new LinkedHashMap<>(members);
        }
    }

    /** Return a member. */
    public Optional<StoredItem> member(String name) {
        synchronized (guard) {
            return Optional.ofNullable(members.get(name));
        }
    }

    /** Return the names of the members with a UID. */
    public Set<String> namesOf(String uid) {
        synchronized (guard) {
            return Set.copyOf(namesByUid.getOrDefault(uid, Set.of()));
        }
    }

    /** Return the address of the account whose it is, if it is said here and not further up. */
    public Optional<String> owner() {
        synchronized (guard) {
            return Optional.ofNullable(owner);
        }
    }

    /** Return what others may do with it, by their addresses. */
    public Map<String, Access> shares() {
        synchronized (guard) {
            return Map.copyOf(shares);
        }
    }

    /** Return whether even its owner may only read it. */
    public boolean isReadOnly() {
        synchronized (guard) {
            return readOnly;
        }
    }

    /** Return the token of what it is now; it changes with every change of a member. */
    public SyncToken token() {
        synchronized (guard) {
            return new SyncToken(id, log.last());
        }
    }

    long id() {
        return id;
    }

    ChangeLog log() {
        return log;
    }

    Map<String, StoredItem> ownMembers() {
        return members;
    }

    void share(String address, Access access) {
        shares.put(address, access);
    }

    void setReadOnly(boolean only) {
        readOnly = only;
    }

    void setProperties(Map<XmlName, XmlElement> others, long revision) {
        properties = Map.copyOf(others);
        log.touched(revision);
    }

    @Nullable
    StoredItem put(String name, StoredItem item, long revision, Instant now) {
        StoredItem before = members.put(name, item);
        forgetUid(name, before);
        uid(item)
                .ifPresent(uid -> namesByUid
                        .computeIfAbsent(uid, any -> new LinkedHashSet<>())
                        .add(name));
        changed(name, revision, now);
        return before;
    }

    @Nullable
    StoredItem remove(String name, long revision, Instant now) {
        StoredItem before = members.remove(name);
        forgetUid(name, before);
        changed(name, revision, now);
        return before;
    }

    private void changed(String name, long revision, Instant now) {
        log.changed(name, revision);
        modified = now;
    }

    private void forgetUid(String name, @Nullable StoredItem item) {
        uid(item)
                .ifPresent(uid -> namesByUid.computeIfPresent(uid, (any, names) -> {
                    names.remove(name);
                    return names.isEmpty() ? null : names;
                }));
    }

    private static Optional<String> uid(@Nullable StoredItem item) {
        return item instanceof StoredObject object ? object.uid() : Optional.empty();
    }
}
