package io.github.postfixture.mail.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** How a message is marked: system flags, such as {@code \Seen}, and keywords, without regard to case. Immutable. */
public final class Flags {

    /** Read. */
    public static final String SEEN = "\\Seen";

    /** Answered. */
    public static final String ANSWERED = "\\Answered";

    /** Important. */
    public static final String FLAGGED = "\\Flagged";

    /** To be expunged. */
    public static final String DELETED = "\\Deleted";

    /** Not sent yet. */
    public static final String DRAFT = "\\Draft";

    /** The system flags that a client can change. */
    public static final List<String> SYSTEM = List.of(ANSWERED, FLAGGED, DELETED, SEEN, DRAFT);

    private static final Flags NONE = of();

    private final SortedSet<String> names;

    private Flags(SortedSet<String> names) {
        this.names = names;
    }

    /** Return no flag. */
    public static Flags none() {
        return NONE;
    }

    /** Return these flags. */
    public static Flags of(String... names) {
        return of(Arrays.asList(names));
    }

    /** Return these flags. */
    public static Flags of(Collection<String> names) {
        SortedSet<String> sorted = sorted();
        names.forEach(name -> sorted.add(canonical(name)));
        return new Flags(sorted);
    }

    /** Return the names, in order, system flags as RFC 3501 spells them. */
    public Set<String> names() {
        return Collections.unmodifiableSet(names);
    }

    /** Return whether the flag is set. */
    public boolean contains(String name) {
        return names.contains(name);
    }

    /** Return whether it is read. */
    public boolean isSeen() {
        return contains(SEEN);
    }

    /** Return whether it is to be expunged. */
    public boolean isDeleted() {
        return contains(DELETED);
    }

    /** Return these flags and those. */
    public Flags with(Flags more) {
        SortedSet<String> both = sorted();
        both.addAll(names);
        both.addAll(more.names);
        return new Flags(both);
    }

    /** Return these flags without those. */
    public Flags without(Flags less) {
        SortedSet<String> rest = sorted();
        rest.addAll(names);
        rest.removeAll(less.names);
        return new Flags(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flags flags && names.equals(flags.names);
    }

    @Override
    public int hashCode() {
        return names.stream()
                .mapToInt(name -> name.toLowerCase(Locale.ROOT).hashCode())
                .sum();
    }

    /** Return the names, separated by spaces. */
    @Override
    public String toString() {
        return String.join(" ", names);
    }

    private static SortedSet<String> sorted() {
        return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    }

    private static String canonical(String name) {
        return SYSTEM.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
