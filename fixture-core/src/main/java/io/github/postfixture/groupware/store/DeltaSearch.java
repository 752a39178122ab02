package io.github.postfixture.groupware.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for what has changed in a collection after a revision. Called under the guard of the store.
 *
 * @param since the revision; 0 for all there is, without what is gone
 * @param isDeep whether what is in collections within is looked at too
 */
record DeltaSearch(StoredCollection collection, ResourcePath path, long since, boolean isDeep) {

    /** A collection that is to be looked at. */
    private record Place(StoredCollection collection, ResourcePath path) {}

    SyncDelta find(int limit) {
        List<SyncDelta.Member> found = changed();
        boolean isTruncated = found.size() > limit;
        List<SyncDelta.Member> told = isTruncated ? found.subList(0, limit) : found;
        long revision = isTruncated ? told.get(limit - 1).revision() : latest(found);
        return new SyncDelta(List.copyOf(told), new SyncToken(collection.id(), revision), isTruncated);
    }

    private long latest(List<SyncDelta.Member> found) {
        long own = Math.max(since, collection.log().last());
        return found.isEmpty() ? own : Math.max(own, found.get(found.size() - 1).revision());
    }

    private List<SyncDelta.Member> changed() {
        List<SyncDelta.Member> found = new ArrayList<>();
        Deque<Place> left = new ArrayDeque<>(List.of(new Place(collection, path)));
        while (!left.isEmpty()) {
            Place place = left.pop();
            place.collection().log().after(since).forEach((revision, name) -> add(found, place, name, revision));
            if (isDeep) {
                leaveCollections(place, left);
            }
        }
        if (isDeep) {
            found.sort(Comparator.comparingLong(SyncDelta.Member::revision));
        }
        return found;
    }

    private void add(List<SyncDelta.Member> found, Place place, String name, long revision) {
        Optional<StoredItem> item = place.collection().member(name);
        if (item.isPresent() || since > 0) {
            found.add(new SyncDelta.Member(place.path().child(name), revision, item));
        }
    }

    private static void leaveCollections(Place place, Deque<Place> left) {
        for (Map.Entry<String, StoredItem> member :
                place.collection().ownMembers().entrySet()) {
            if (member.getValue() instanceof StoredCollection inner) {
                left.push(new Place(inner, place.path().child(member.getKey())));
            }
        }
    }
}
