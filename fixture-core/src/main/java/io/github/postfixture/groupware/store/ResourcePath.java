package io.github.postfixture.groupware.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where something is in a store: the names from the root on, decoded. A name may contain anything.
 *
 * @param names the names; none for the root
 */
public record ResourcePath(List<String> names) {

    public ResourcePath {
        names = List.copyOf(names);
    }

    /** Make the path of these names. */
    public static ResourcePath of(String... names) {
        return new ResourcePath(Arrays.asList(names));
    }

    /** Return whether it is that of the root. */
    public boolean isRoot() {
        return names.isEmpty();
    }

    /** Return the last name; empty for the root. */
    public String name() {
        return isRoot() ? "" : names.get(names.size() - 1);
    }

    /** Return the path of the collection that it is in; of the root itself, the root. */
    public ResourcePath parent() {
        return isRoot() ? this : new ResourcePath(names.subList(0, names.size() - 1));
    }

    /** Return the path of a member. */
    public ResourcePath child(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new ResourcePath(longer);
    }

    /** Return whether it is the same, or that of something below the other. */
    public boolean isWithin(ResourcePath other) {
        return names.size() >= other.names.size()
                && names.subList(0, other.names.size()).equals(other.names);
    }

    /** Return the names, each behind a slash. */
    @Override
    public String toString() {
        return "/" + String.join("/", names);
    }
}
