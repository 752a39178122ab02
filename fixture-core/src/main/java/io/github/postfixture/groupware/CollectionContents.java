package io.github.postfixture.groupware;

import io.github.postfixture.await.Criteria;
import io.github.postfixture.await.Deadline;
import io.github.postfixture.await.Expectation;
import io.github.postfixture.explanation.CallerFrames;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Listing;
import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.groupware.store.GroupwareStore;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoreEditor;
import io.github.postfixture.groupware.store.StoredObject;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is in a collection, as values of one kind, each of which is read once. Safe for use by several threads.
 *
 * @param <T> what is in it
 */
final class CollectionContents<T> {

    private static final String AUTHOR = "the test";

    private final GroupwareStore store;
    private final ResourcePath path;
    private final CollectionNames names;
    private final Function<byte[], List<T>> reader;
    private final Timeline timeline;
    private final Duration timeout;
    private Map<String, List<T>> read = Map.of();

    /**
     * Look into a collection.
     *
     * @param names what it and what is in it are called
     * @param reader returns the values in an object; none if it holds something else
     */
    CollectionContents(
            GroupwareStore store,
            ResourcePath path,
            CollectionNames names,
            Function<byte[], List<T>> reader,
            Timeline timeline,
            Duration timeout) {
        this.store = store;
        this.path = path;
        this.names = names;
        this.reader = reader;
        this.timeline = timeline;
        this.timeout = timeout;
    }

    String owner() {
        return names.owner();
    }

    Duration timeout() {
        return timeout;
    }

    /** Return the values as they are now, in the order in which they came. */
    synchronized List<T> all() {
        Map<String, List<T>> now = new LinkedHashMap<>();
        objects()
                .forEach(object -> now.put(
                        object.etag(),
                        read.containsKey(object.etag())
                                ? read.get(object.etag())
                                : reader.apply(object.content().toByteArray())));
        read = now;
        return now.values().stream().flatMap(List::stream).toList();
    }

    private Stream<StoredObject> objects() {
        return store.collection(path).stream()
                .flatMap(collection -> collection.members().values().stream())
                .filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast);
    }

    Optional<T> find(Criteria<T> wanted) {
        return all().stream().filter(wanted).findFirst();
    }

    /** Return the first value that meets the criteria; fail if there is none. */
    T require(Criteria<T> wanted) {
        return find(wanted)
                .orElseThrow(() -> CallerFrames.of(FailureMessage.expected(
                                names.article() + wanted.afterNoun() + " in the " + this, instead(wanted))
                        .with(listingOfSeveral())
                        .error()));
    }

    /** Wait for a value that meets the criteria. */
    T await(Criteria<T> wanted, Duration patience) {
        Expectation expected = Expectation.of(names.article() + wanted.afterNoun() + " in the " + this, patience);
        return expected.await(timeline, () -> find(wanted)).orElseThrow(() -> failure(expected, wanted));
    }

    /** Watch for a value that should not be there, exactly so long; return it once it is. */
    Optional<T> watch(Criteria<T> unwanted, Duration time) {
        return Deadline.exactly(time).await(timeline, () -> find(unwanted));
    }

    private AssertionError failure(Expectation expected, Criteria<T> wanted) {
        String others = listingOfSeveral();
        return expected.failure(" but " + instead(wanted) + "." + (others.isEmpty() ? "" : "\n" + others), timeline);
    }

    /** Say what there is instead, as the rest of a sentence. */
    private String instead(Criteria<T> wanted) {
        List<T> all = all();
        return all.isEmpty()
                ? "it is empty"
                : all.stream()
                        .min(Comparator.comparingDouble(wanted::distance))
                        .map(nearest -> (all.size() == 1 ? "the only one" : "the nearest of " + all.size())
                                + wanted.firstDifference(nearest)
                                        .map(difference -> " " + difference.found(nearest))
                                        .orElse(""))
                        .orElseThrow();
    }

    private String listingOfSeveral() {
        return all().size() > 1 ? listing() : "";
    }

    /** List what there is; nothing if nothing is. */
    String listing() {
        List<T> all = all();
        return all.isEmpty() ? "" : "It holds " + Quantity.of(all.size(), names.noun()) + ":\n" + Listing.of(all);
    }

    /** Put an object in place of the one with its UID, if there is one. */
    void put(String uid, byte[] content, String mediaType) {
        if (uid.isBlank()) {
            throw new IllegalArgumentException(names.article() + " must have a UID to be put into the " + this);
        }
        try (StoreEditor editor = store.edit(AUTHOR)) {
            store.atomically(() -> editor.put(place(uid), Octets.of(content), mediaType, Optional.of(uid)));
        }
    }

    private ResourcePath place(String uid) {
        return store.collection(path).orElseThrow().namesOf(uid).stream()
                .findFirst()
                .map(path::child)
                .orElseGet(() -> path.child(uid.replaceAll("[^\\w.@-]", "_") + names.extension()));
    }

    /** Remove the object with this UID. */
    void remove(String uid) {
        try (StoreEditor editor = store.edit(AUTHOR)) {
            store.atomically(() -> {
                editor.delete(store.collection(path).orElseThrow().namesOf(uid).stream()
                        .findFirst()
                        .map(path::child)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "uid (" + uid + ") must be that of " + names.article() + " in the " + this)));
                return uid;
            });
        }
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
