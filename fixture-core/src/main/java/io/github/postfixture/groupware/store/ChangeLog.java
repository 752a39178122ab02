package io.github.postfixture.groupware.store;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** When the members of a collection have changed last, those that are gone included. Guarded by the store. */
final class ChangeLog {

    private final NavigableMap<Long, String> names = new TreeMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private long last;
    private long forgotten;

    void changed(String name, long revision) {
        Long before = revisions.put(name, revision);
        if (before != null) {
            names.remove(before);
        }
        names.put(revision, name);
        last = revision;
    }

    /** Return the revision of the last change. */
    long last() {
        return last;
    }

    void touched(long revision) {
        last = revision;
    }

    /** Return the names of what has changed after a revision, by the revision of their last change. */
    SortedMap<Long, String> after(long revision) {
        return names.tailMap(revision, false);
    }

    /** Return whether it is still known what has changed after a revision. */
    boolean knows(long revision) {
        return revision >= forgotten;
    }

    /** Forget what is gone; who knows no later revision than the last has to begin anew. */
    void forget(long revision, Map<String, ?> members) {
        forgotten = revision;
        revisions.keySet().retainAll(members.keySet());
        names.entrySet().removeIf(entry -> !Objects.equals(revisions.get(entry.getValue()), entry.getKey()));
    }
}
