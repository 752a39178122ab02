package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.ListOptions.Option;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.SpecialUse;
import io.github.postfixture.mail.store.StoredMailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that a {@code LIST} answers with, and what it says about each (RFC 5258). What the account knows of them is
 * copied, so that nobody waits until they are compared with what the client asks for.
 */
final class ListedNames {

    private final ListOptions options;
    private final NavigableMap<String, Traits> folders = new TreeMap<>();
    private final Set<String> subscriptions;
    private final NavigableSet<String> candidates;
    private final NavigableSet<String> selectedButNotMatching = new TreeSet<>();

    private ListedNames(ListOptions options, List<Folder> folders, Set<String> subscriptions) {
        this.options = options;
        this.subscriptions = subscriptions;
        folders.forEach(folder -> this.folders.put(folder.name(), Traits.of(folder)));
        candidates = new TreeSet<>(this.folders.keySet());
        if (options.selects(Option.SUBSCRIBED)) {
            candidates.addAll(subscriptions);
        }
    }

    static ListedNames of(StoredMailbox account, ListOptions options) {
        ListedNames names = account.locked(() -> new ListedNames(options, account.folders(), account.subscriptions()));
        if (options.selects(Option.RECURSIVEMATCH)) {
            names.candidates.stream()
                    .filter(name -> names.isSelected(name) && !options.matches(name))
                    .forEach(names.selectedButNotMatching::add);
        }
        return names;
    }

    List<String> all() {
        return candidates.stream()
                .filter(options::matches)
                .filter(name -> isSelected(name) || !childInfo(name).isEmpty())
                .toList();
    }

    String attributes(String name) {
        List<String> attributes = new ArrayList<>();
        Optional<Traits> folder = folder(name);
        if (folder.isEmpty()) {
            attributes.add("\\NonExistent");
        } else if (!folder.get().selectable()) {
            attributes.add("\\Noselect");
        }
        if (options.shows(Option.SUBSCRIBED) && subscriptions.contains(name)) {
            attributes.add("\\Subscribed");
        }
        attributes.add(isAboveOneOf(name, folders.navigableKeySet()) ? "\\HasChildren" : "\\HasNoChildren");
        folder.ifPresent(present -> attributes.addAll(present.uses()));
        return String.join(" ", attributes);
    }

    /** Return what tells that something below this name is selected, if that was asked for and does not show. */
    String childInfo(String name) {
        return isAboveOneOf(name, selectedButNotMatching) ? " (\"CHILDINFO\" (\"SUBSCRIBED\"))" : "";
    }

    private boolean isSelected(String name) {
        boolean subscription = !options.selects(Option.SUBSCRIBED) || subscriptions.contains(name);
        boolean use = !options.selects(Option.SPECIAL_USE)
                || folder(name).map(folder -> !folder.uses().isEmpty()).orElse(false);
        return subscription && use;
    }

    private Optional<Traits> folder(String name) {
        return Optional.ofNullable(folders.get(name));
    }

    private static boolean isAboveOneOf(String name, NavigableSet<String> names) {
        String begin = name + StoredMailbox.DELIMITER;
        String first = names.ceiling(begin);
        return first != null && first.startsWith(begin);
    }

    /**
     * What is said about a folder.
     *
     * @param selectable whether it holds messages
     * @param uses what it is for, in order
     */
    private record Traits(boolean selectable, List<String> uses) {

        static Traits of(Folder folder) {
            return new Traits(
                    folder.isSelectable(),
                    folder.uses().stream().sorted().map(SpecialUse::attribute).toList());
        }
    }
}
