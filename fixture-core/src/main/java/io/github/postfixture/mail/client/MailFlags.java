package io.github.postfixture.mail.client;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flags and keywords of a mail by their names in IMAP, in any case (RFC 9051 section 2.3.2). Immutable. */
final class MailFlags {

    static final MailFlags NONE = new MailFlags(List.of());

    private static final String SPECIAL = "(){%*\"]\\";

    private final SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private MailFlags(Collection<String> names) {
        this.names.addAll(names);
    }

    /** Take the flags that a mail can keep: {@code \Recent} is the server's, and what is no flag is left out. */
    static MailFlags of(Collection<String> names) {
        return new MailFlags(
                names.stream().filter(name -> isKeyword(name) || isMark(name)).toList());
    }

    static MailFlags of(Set<Flag> marks, Collection<String> keywords) {
        return new MailFlags(
                Stream.concat(marks.stream().map(Flag::flag), keywords.stream()).toList());
    }

    static MailFlags of(Flag... marks) {
        return of(Arrays.stream(marks).map(Flag::flag).toList());
    }

    /**
     * Take keywords.
     *
     * @throws IllegalArgumentException if one cannot be a keyword
     */
    static MailFlags ofKeywords(String... keywords) {
        for (String keyword : keywords) {
            if (!isKeyword(keyword)) {
                throw new IllegalArgumentException(
                        "keyword (" + keyword + ") must be a word of ASCII without any of (){%*\"]\\, and no mark");
            }
        }
        return of(Arrays.asList(keywords));
    }

    /** Read the words of a line, separated by spaces. */
    static MailFlags parse(String words) {
        return of(Arrays.asList(words.split(" ", -1)));
    }

    /** Return whether this can be a keyword: an atom (RFC 9051 section 9) that is none of the marks. */
    static boolean isKeyword(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && SPECIAL.indexOf(c) < 0)
                && !isMark(name);
    }

    private static boolean isMark(String name) {
        return Arrays.stream(Flag.values()).anyMatch(mark -> mark.flag().equalsIgnoreCase(name));
    }

    Set<Flag> marks() {
        return Arrays.stream(Flag.values())
                .filter(mark -> names.contains(mark.flag()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Flag.class)));
    }

    SortedSet<String> keywords() {
        return names.stream()
                .filter(MailFlags::isKeyword)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    }

    MailFlags with(MailFlags others) {
        return new MailFlags(
                Stream.concat(names.stream(), others.names.stream()).toList());
    }

    MailFlags with(Collection<String> more) {
        return with(of(more));
    }

    MailFlags without(MailFlags others) {
        return only(name -> !others.names.contains(name));
    }

    MailFlags only(Predicate<String> wanted) {
        return new MailFlags(names.stream().filter(wanted).toList());
    }

    boolean has(String name) {
        return names.contains(name);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Take each flag from the side that changed it since both agreed. */
    static MailFlags merged(MailFlags agreed, MailFlags here, MailFlags there) {
        MailFlags added = here.without(agreed);
        MailFlags removed = agreed.without(here);
        return there.without(removed).with(added);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailFlags flags && names.equals(flags.names);
    }

    @Override
    public int hashCode() {
        return names.size();
    }

    /** Return the names, separated by spaces. */
    @Override
    public String toString() {
        return String.join(" ", names);
    }
}
