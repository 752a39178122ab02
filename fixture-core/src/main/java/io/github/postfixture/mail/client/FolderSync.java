package io.github.postfixture.mail.client;

import io.github.postfixture.mail.client.SyncState.Pair;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Brings a local folder and a folder of the server together: what either side did since they last agreed is done on
 * the other. A mail that one side removed is removed; a mark that one side changed is changed.
 */
final class FolderSync {

    private final String name;
    private final Maildir local;
    private final RemoteFolder remote;
    private final SyncState state;
    private final List<LocalMail> arrived = new ArrayList<>();

    FolderSync(String name, Maildir local, RemoteFolder remote) {
        this.name = name;
        this.local = local;
        this.remote = remote;
        state = SyncState.of(local);
    }

    /** Do it, and return the mails that came from the server. */
    List<LocalMail> run() throws MessagingException {
        List<Pair> agreed = state.pairs(remote.uidValidity());
        adopt();
        for (Pair pair : agreed) {
            agree(pair);
        }
        fetchNew();
        uploadNew();
        return List.copyOf(arrived);
    }

    /** Pair files and messages that are the same, though nothing was noted of it: a note was lost, or a UID changed. */
    private void adopt() throws MessagingException {
        Map<String, Maildir.Item> byMessageId = unpairedByMessageId();
        for (long uid : remote.uids()) {
            if (!byMessageId.isEmpty() && !state.knows(uid)) {
                Maildir.Item twin = byMessageId.remove(
                        Optional.ofNullable(remote.messageId(uid)).orElse(""));
                if (twin != null) {
                    agree(new Pair(uid, twin.name(), Set.of()));
                }
            }
        }
    }

    private Map<String, Maildir.Item> unpairedByMessageId() {
        Map<String, Maildir.Item> items = new HashMap<>();
        for (Maildir.Item item : local.items()) {
            if (!state.knows(item.name())) {
                LocalMail.of(name, item).header("Message-ID").ifPresent(id -> items.put(id, item));
            }
        }
        return items;
    }

    private void agree(Pair pair) throws MessagingException {
        Optional<Maildir.Item> item = local.item(pair.name());
        boolean there = remote.uids().contains(pair.uid());
        if (item.isPresent() && there) {
            agreeOnMarks(pair, item.get());
        } else {
            removeEverywhere(pair, there);
        }
    }

    private void agreeOnMarks(Pair pair, Maildir.Item item) throws MessagingException {
        Set<Mark> marks = merged(pair.marks(), item.marks(), remote.marks(pair.uid()));
        remote.mark(pair.uid(), marks);
        if (!marks.equals(item.marks())) {
            local.mark(pair.name(), marks);
        }
        state.put(new Pair(pair.uid(), pair.name(), marks));
    }

    private void removeEverywhere(Pair pair, boolean remoteHasIt) throws MessagingException {
        if (remoteHasIt) {
            remote.remove(pair.uid());
        }
        local.remove(pair.name());
        state.remove(pair);
    }

    private void fetchNew() throws MessagingException {
        for (long uid : List.copyOf(remote.uids())) {
            if (!state.knows(uid)) {
                Maildir.Item item = local.add(remote.bytes(uid), remote.marks(uid));
                state.put(new Pair(uid, item.name(), item.marks()));
                arrived.add(LocalMail.of(name, item));
            }
        }
    }

    private void uploadNew() throws MessagingException {
        for (Maildir.Item item : local.items()) {
            if (!state.knows(item.name())) {
                OptionalLong uid = remote.add(item.bytes(), item.marks());
                uid.ifPresent(given -> state.put(new Pair(given, item.name(), item.marks())));
            }
        }
    }

    /** Take each mark from the side that changed it. */
    private static Set<Mark> merged(Set<Mark> agreed, Set<Mark> here, Set<Mark> there) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            boolean changedHere = here.contains(mark) != agreed.contains(mark);
            if ((changedHere ? here : there).contains(mark)) {
                marks.add(mark);
            }
        }
        return marks;
    }
}
