package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.ListOptions.Option;
import io.github.postfixture.mail.store.Account;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.SpecialUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that a {@code LIST} answers with, and what it says about each (RFC 5258). */
final class ListedNames {

    private final Account account;
    private final ListOptions options;
    private final Set<String> candidates = new TreeSet<>();

    ListedNames(Account account, ListOptions options) {
        this.account = account;
        this.options = options;
        account.folders().forEach(folder -> candidates.add(folder.name()));
        if (options.selects(Option.SUBSCRIBED)) {
            candidates.addAll(account.subscriptions());
        }
    }

    List<String> all() {
        return candidates.stream()
                .filter(options::matches)
                .filter(name -> isSelected(name) || !childInfo(name).isEmpty())
                .toList();
    }

    String attributes(String name) {
        List<String> attributes = new ArrayList<>();
        Optional<Folder> folder = account.folder(name);
        if (folder.isEmpty()) {
            attributes.add("\\NonExistent");
        } else if (!folder.get().isSelectable()) {
            attributes.add("\\Noselect");
        }
        if (options.shows(Option.SUBSCRIBED) && isSubscribed(name)) {
            attributes.add("\\Subscribed");
        }
        attributes.add(hasChildren(name) ? "\\HasChildren" : "\\HasNoChildren");
        folder.ifPresent(present ->
                present.uses().stream().sorted().map(SpecialUse::attribute).forEach(attributes::add));
        return String.join(" ", attributes);
    }

    /** Return what tells that something below this name is selected, if that was asked for and does not show. */
    String childInfo(String name) {
        boolean told = options.selects(Option.RECURSIVEMATCH)
                && candidates.stream()
                        .anyMatch(other -> isBelow(other, name) && isSelected(other) && !options.matches(other));
        return told ? " (\"CHILDINFO\" (\"SUBSCRIBED\"))" : "";
    }

    private boolean isSelected(String name) {
        boolean subscription = !options.selects(Option.SUBSCRIBED) || isSubscribed(name);
        boolean use = !options.selects(Option.SPECIAL_USE)
                || account.folder(name).map(folder -> !folder.uses().isEmpty()).orElse(false);
        return subscription && use;
    }

    private boolean isSubscribed(String name) {
        return account.subscriptions().contains(name);
    }

    private boolean hasChildren(String name) {
        return account.folders().stream().anyMatch(folder -> isBelow(folder.name(), name));
    }

    private static boolean isBelow(String name, String above) {
        return name.startsWith(above + Account.DELIMITER);
    }
}
