package io.github.postfixture.groupware.store;

import io.github.postfixture.account.Account;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Everything that a host keeps beside mail: a tree of collections and objects. Safe for use by several threads; what is to happen
 * all at once is done by {@link #atomically(Supplier)}.
 */
public final class GroupwareStore {

    private static final XmlName DISPLAY_NAME = new XmlName("DAV:", "displayname");

    private final Object guard = new Object();
    private final InstantSource clock;
    private final Timeline timeline;
    private final ResourceLocks locks;
    private final StoredCollection root;
    private final Set<String> homes = new HashSet<>();
    private final String era = Integer.toHexString(ThreadLocalRandom.current().nextInt());
    private long revision;

    /** Make a store with nothing in it, which tells of its changes on a timeline. */
    public GroupwareStore(InstantSource clock, Timeline timeline) {
        this.clock = clock;
        this.timeline = timeline;
        locks = new ResourceLocks(guard, clock);
        root = make(NewCollection.of(CollectionKind.FOLDER));
        addTops();
    }

    private void addTops() {
        for (String name : List.of("principals", "calendars", "addressbooks", "files")) {
            root.put(name, make(NewCollection.of(CollectionKind.FOLDER)), nextRevision(), clock.instant());
        }
    }

    /** Forget all that was put; accounts get a new calendar, task list and address book. */
    public void clear() {
        synchronized (guard) {
            homes.clear();
            locks.clear();
            addTops();
        }
    }

    /** Do something while nobody else changes anything. It must not block. */
    public <T> T atomically(Supplier<T> action) {
        synchronized (guard) {
            return action.get();
        }
    }

    /** Return the locks. */
    public ResourceLocks locks() {
        return locks;
    }

    /** Return the clock. */
    public InstantSource clock() {
        return clock;
    }

    /** Begin to change something in somebody's name. */
    public StoreEditor edit(String author) {
        return new StoreEditor(this, author);
    }

    /** Return where what belongs to an account is; it gets a calendar, a task list and an address book if it has none yet. */
    public AccountHome home(Account account) {
        AccountHome home = new AccountHome(account.address());
        synchronized (guard) {
            if (homes.add(home.address())) {
                furnish(home, account.displayName().isEmpty() ? account.address() : account.displayName());
            }
        }
        return home;
    }

    private void furnish(AccountHome home, String name) {
        furnish(home.principal(), NewCollection.of(CollectionKind.PRINCIPAL), home, name);
        furnish(home.calendars(), NewCollection.of(CollectionKind.FOLDER), home, name);
        furnish(home.addressBooks(), NewCollection.of(CollectionKind.FOLDER), home, name);
        furnish(home.files(), NewCollection.of(CollectionKind.FOLDER), home, name);
        NewCollection calendar = NewCollection.of(CollectionKind.CALENDAR);
        furnish(home.calendar(), calendar.withComponents(Set.of("VEVENT", "VJOURNAL")), home, "Calendar");
        furnish(home.tasks(), calendar.withComponents(Set.of("VTODO")), home, "Tasks");
        furnish(home.inbox(), NewCollection.of(CollectionKind.SCHEDULING_INBOX), home, "Inbox");
        furnish(home.outbox(), NewCollection.of(CollectionKind.SCHEDULING_OUTBOX), home, "Outbox");
        furnish(home.contacts(), NewCollection.of(CollectionKind.ADDRESS_BOOK), home, "Contacts");
    }

    private void furnish(ResourcePath path, NewCollection made, AccountHome home, String name) {
        StoredCollection collection = make(
                made.ownedBy(home.address()).withProperties(Map.of(DISPLAY_NAME, XmlElement.of(DISPLAY_NAME, name))));
        collection(path.parent()).orElseThrow().put(path.name(), collection, nextRevision(), clock.instant());
    }

    /** Return what is at a path. */
    public Optional<StoredItem> find(ResourcePath path) {
        synchronized (guard) {
            StoredItem item = root;
            for (String name : path.names()) {
                StoredItem next = item instanceof StoredCollection collection
                        ? collection.ownMembers().get(name)
                        : null;
                if (next == null) {
                    return Optional.empty();
                }
                item = next;
            }
            return Optional.of(item);
        }
    }

    /** Return the collection at a path. */
    public Optional<StoredCollection> collection(ResourcePath path) {
        return find(path).filter(StoredCollection.class::isInstance).map(StoredCollection.class::cast);
    }

    /** Return the object at a path. */
    public Optional<StoredObject> object(ResourcePath path) {
        return find(path).filter(StoredObject.class::isInstance).map(StoredObject.class::cast);
    }

    /** Return the collections on the way to a path, from the root on, and what is at it if that is one. */
    private List<StoredCollection> way(ResourcePath path) {
        List<StoredCollection> way = new ArrayList<>(List.of(root));
        for (String name : path.names()) {
            StoredItem next = way.get(way.size() - 1).ownMembers().get(name);
            if (!(next instanceof StoredCollection collection)) {
                return way;
            }
            way.add(collection);
        }
        return way;
    }

    /** Return the address of the account to which something belongs; that of none is everybody's. */
    public Optional<String> owner(ResourcePath path) {
        synchronized (guard) {
            return way(path).stream()
                    .flatMap(collection -> collection.owner().stream())
                    .reduce((outer, inner) -> inner);
        }
    }

    /** Return what somebody may do with what is at a path. */
    public Access access(ResourcePath path, String address) {
        synchronized (guard) {
            List<StoredCollection> way = way(path);
            if (way.stream().anyMatch(on -> on.kind() == CollectionKind.PRINCIPAL)) {
                return owns(path, address) ? Access.OWNER : Access.READ;
            }
            Access granted = owns(path, address) ? Access.OWNER : granted(way, address);
            boolean isReadOnly = way.stream().anyMatch(StoredCollection::isReadOnly);
            return isReadOnly && granted.includes(Access.READ) ? Access.READ : granted;
        }
    }

    private boolean owns(ResourcePath path, String address) {
        return owner(path).filter(address::equals).isPresent();
    }

    private static Access granted(List<StoredCollection> way, String address) {
        boolean isPublic =
                way.stream().allMatch(collection -> collection.owner().isEmpty());
        return way.stream()
                .flatMap(collection -> Optional.ofNullable(collection.shares().get(address)).stream())
                .reduce((outer, inner) -> inner)
                .orElse(isPublic ? Access.READ : Access.NONE);
    }

    /** Let another account use a collection. */
    public void share(ResourcePath path, String address, Access access) {
        synchronized (guard) {
            existing(path).share(new AccountHome(address).address(), access);
        }
    }

    /** Let nobody change a collection, its owner included, or let them again. */
    public void setReadOnly(ResourcePath path, boolean readOnly) {
        synchronized (guard) {
            existing(path).setReadOnly(readOnly);
        }
    }

    /** Forget what has happened to a collection: who synchronised before has to begin anew. */
    public void forgetHistory(ResourcePath path) {
        synchronized (guard) {
            StoredCollection collection = existing(path);
            collection.log().forget(nextRevision(), collection.ownMembers());
            collection.log().touched(revision);
        }
    }

    /**
     * Return what has changed in a collection.
     *
     * @param since what the client knows; nothing for all there is
     * @param isDeep whether what is in collections within counts too
     * @param limit how many to return at most
     * @return the changes, or nothing if the token is not known, or no longer
     */
    public Optional<SyncDelta> changes(ResourcePath path, Optional<SyncToken> since, boolean isDeep, int limit) {
        synchronized (guard) {
            StoredCollection collection = existing(path);
            if (since.filter(token -> !isKnown(token, collection)).isPresent()) {
                return Optional.empty();
            }
            long known = since.map(SyncToken::revision).orElse(0L);
            return Optional.of(new DeltaSearch(collection, path, known, isDeep).find(limit));
        }
    }

    private boolean isKnown(SyncToken token, StoredCollection collection) {
        return token.collection() == collection.id()
                && token.revision() <= revision
                && token.revision() > 0
                && collection.log().knows(token.revision());
    }

    private StoredCollection existing(ResourcePath path) {
        return collection(path)
                .orElseThrow(() -> new IllegalArgumentException("path (" + path + ") must be that of a collection"));
    }

    /** Return a collection that is at no path yet. */
    StoredCollection make(NewCollection made) {
        return new StoredCollection(guard, nextRevision(), made, clock.instant());
    }

    long nextRevision() {
        return ++revision;
    }

    /** Return an entity tag that no other object has, and none of another store. */
    String nextTag() {
        return "\"" + era + "-" + nextRevision() + "\"";
    }

    Object guard() {
        return guard;
    }

    void tell(List<StoreChange> changes) {
        changes.forEach(change -> timeline.append("dav", change));
    }
}
