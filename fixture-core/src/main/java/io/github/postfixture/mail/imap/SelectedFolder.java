package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.search.SearchedMessage;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The folder that a session has selected, as its client knows it: messages have the numbers that it was told. To be
 * used within {@link StoredMailbox#locked(Account.Question)} where the folder is asked.
 */
final class SelectedFolder {

    private static final Flags RECENT = Flags.of("\\Recent");

    private final StoredMailbox account;
    private final Folder folder;
    private final String name;
    private final boolean readOnly;
    private final List<Long> uids = new ArrayList<>();
    private final Set<Long> recent = new HashSet<>();
    private List<Long> saved = List.of();

    SelectedFolder(StoredMailbox account, Folder folder, boolean readOnly) {
        this.account = account;
        this.folder = folder;
        this.readOnly = readOnly;
        name = folder.name();
        addNew();
    }

    StoredMailbox account() {
        return account;
    }

    Folder folder() {
        return folder;
    }

    String name() {
        return name;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    int size() {
        return uids.size();
    }

    int recent() {
        return recent.size();
    }

    /** Return how a message is marked, as {@code FETCH} says it. */
    String flags(StoredMessage message) {
        return "FLAGS (" + marks(message) + ")";
    }

    /** Return the flags of a message, {@code \Recent} included. */
    Flags marks(StoredMessage message) {
        return recent.contains(message.uid()) ? message.flags().with(RECENT) : message.flags();
    }

    boolean knows(long uid) {
        return Collections.binarySearch(uids, uid) >= 0;
    }

    /** Return the number of a message that the client knows. */
    int number(long uid) {
        return Collections.binarySearch(uids, uid) + 1;
    }

    /** Return the messages that the client knows and that are still there. */
    List<StoredMessage> messages() {
        return stillThere(uids);
    }

    /**
     * Return the UIDs that a set means, in ascending order; none that the client does not know.
     *
     * @throws BadSyntaxException if it names a message number that there is not
     */
    List<Long> uids(NumberSet set, boolean byUid) throws BadSyntaxException {
        if (set.isSaved()) {
            return saved.stream().filter(this::knows).toList();
        }
        NumberRanges numbers = numbers(set, byUid);
        return byUid ? numbers.among(uids) : numbers.in(uids);
    }

    /**
     * Return what tells the messages of a set from the others.
     *
     * @throws BadSyntaxException if it names a message number that there is not
     */
    Predicate<SearchedMessage> membersOf(NumberSet set, boolean byUid) throws BadSyntaxException {
        NumberRanges numbers = set.isSaved() ? NumberRanges.of(saved) : numbers(set, byUid);
        return byUid || set.isSaved()
                ? message -> numbers.contains(message.uid())
                : message -> numbers.contains(message.number());
    }

    /** Return which of the messages are still there. */
    List<StoredMessage> stillThere(List<Long> wanted) {
        return wanted.stream().map(folder::message).flatMap(Optional::stream).toList();
    }

    /** Keep the result of a search (RFC 5182). */
    void save(List<Long> found) {
        saved = List.copyOf(found);
    }

    /** Take up the messages that the client does not know yet, and return them. */
    List<StoredMessage> addNew() {
        long last = lastUid();
        List<StoredMessage> added = folder.messages().stream()
                .filter(message -> message.uid() > last)
                .toList();
        added.stream().map(StoredMessage::uid).forEach(this::add);
        if (!readOnly) {
            folder.claimRecent();
        }
        return added;
    }

    /** Forget messages, and return the number that each has when those before it are forgotten already, in order. */
    List<Integer> remove(Collection<Long> gone) {
        List<Integer> numbers = new ArrayList<>();
        gone.stream().sorted().forEach(uid -> numbers.add(number(uid) - numbers.size()));
        Set<Long> removed = new HashSet<>(gone);
        uids.removeAll(removed);
        recent.removeAll(removed);
        return numbers;
    }

    private void add(long uid) {
        uids.add(uid);
        if (uid >= folder.recentFrom()) {
            recent.add(uid);
        }
    }

    private NumberRanges numbers(NumberSet set, boolean byUid) throws BadSyntaxException {
        if (byUid) {
            return set.where(lastUid());
        }
        boolean allOfNothing = uids.isEmpty() && set.hasStar();
        if (set.largestNamed() > uids.size() && !allOfNothing) {
            throw new BadSyntaxException("There are only " + uids.size() + " messages");
        }
        return set.where(uids.size());
    }

    private long lastUid() {
        return uids.isEmpty() ? 0 : uids.get(uids.size() - 1);
    }
}
