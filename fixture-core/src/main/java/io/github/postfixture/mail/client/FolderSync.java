package io.github.postfixture.mail.client;

import io.github.postfixture.mail.client.LocalIndex.Located;
import io.github.postfixture.mail.client.SyncState.Pair;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder on both sides, while they are brought together. */
final class FolderSync {

    private final Maildir local;
    private final SyncState state;
    private final boolean wasHere;
    private Optional<RemoteFolder> remote = Optional.empty();
    private boolean readable = true;

    /**
     * Begin with a folder.
     *
     * @param wasHere whether it was there before this synchronisation
     */
    FolderSync(Maildir local, SyncState state, boolean wasHere) {
        this.wasHere = wasHere;
        this.local = local;
        this.state = state;
    }

    String name() {
        return local.folder();
    }

    Maildir local() {
        return local;
    }

    SyncState state() {
        return state;
    }

    /** Return whether it was made here, and the server has not heard of it yet. */
    boolean isNew() {
        return wasHere && !state.wasOnServer();
    }

    /** Return what the server has; nothing if it has no such folder. */
    Optional<RemoteFolder> remote() {
        return remote;
    }

    /** Return whether it is known what the server has. */
    boolean isReadable() {
        return readable;
    }

    /** Show the files that a crash has kept from being shown though they were paired. */
    void showPrepared() {
        for (String name : local.prepared()) {
            state.of(name).ifPresent(pair -> local.admit(name, pair.flags()));
        }
    }

    /** See what the server has. */
    void look(RemoteMailbox mailbox) throws IOException {
        readable = false;
        if (mailbox.has(name()) || state.wasOnServer()) {
            lookUp(mailbox);
        }
        readable = true;
    }

    /** Ask for it by its name also if it is not listed any more, before anything is given up for it. */
    private void lookUp(RemoteMailbox mailbox) throws IOException {
        try {
            met(mailbox.look(name()));
        } catch (CommandRefusedException e) {
            if (mailbox.has(name()) && !e.saysThatNothingIsThere()) {
                throw e;
            }
            mailbox.forget(name());
        }
    }

    private void met(RemoteFolder folder) {
        remote = Optional.of(folder);
        state.meet();
    }

    boolean remoteHas(Pair pair) {
        return remote.filter(folder -> folder.has(pair.uid())).isPresent();
    }

    /** Return whether a file has a message here, as far as can be seen. */
    boolean hasMessageOf(String name) {
        return state.of(name).filter(pair -> !readable || remoteHas(pair)).isPresent();
    }

    /** Return the messages of the server that have no file yet, by their UIDs. */
    Map<Long, RemoteMessage> unknown() {
        Map<Long, RemoteMessage> unknown = new TreeMap<>();
        remote.ifPresent(folder -> folder.messages().forEach((uid, message) -> {
            if (state.of(folder.uid(uid)).isEmpty()) {
                unknown.put(uid, message);
            }
        }));
        return unknown;
    }

    /** Return the least UID that a message can have which is added from now on. */
    long uidNext() {
        return remote.map(folder -> folder.uidNext()
                        .orElseGet(() -> folder.messages().keySet().stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0)
                                + 1))
                .orElse(1L);
    }

    /** Give both sides the same flags: each flag as the side has it that changed it; what the server does not keep stays here. */
    Pair agree(RemoteMessages messages, LocalIndex index, Pair pair, Located mail) throws IOException {
        RemoteFolder folder = remote.orElseThrow();
        MailFlags there = kept(folder, folder.message(pair.uid()).flags());
        MailFlags here = mail.item().flags();
        MailFlags merged = MailFlags.merged(kept(folder, pair.flags()), kept(folder, here), there);
        store(messages, folder, pair.uid().uid(), there, merged);
        MailFlags all = here.only(flag -> !folder.keeps().test(flag)).with(merged);
        if (!all.equals(here)) {
            index.put(mail.folder(), mail.folder().mark(mail.item(), all));
        }
        Pair agreed = new Pair(pair.uid(), pair.name(), merged);
        state.put(agreed);
        return agreed;
    }

    private static void store(RemoteMessages messages, RemoteFolder folder, long uid, MailFlags there, MailFlags merged)
            throws IOException {
        if (!merged.without(there).isEmpty()) {
            messages.addFlags(folder, uid, merged.without(there));
        }
        if (!there.without(merged).isEmpty()) {
            messages.removeFlags(folder, uid, there.without(merged));
        }
    }

    private static MailFlags kept(RemoteFolder folder, MailFlags flags) {
        return flags.only(folder.keeps());
    }
}
