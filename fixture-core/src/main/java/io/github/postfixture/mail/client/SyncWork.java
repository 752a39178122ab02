package io.github.postfixture.mail.client;

import io.github.postfixture.mail.client.LocalIndex.Located;
import io.github.postfixture.mail.client.SyncState.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the phases of a synchronisation share. */
final class SyncWork {

    private final LocalFolders local;
    private final RemoteMailbox remote;
    private final SyncFailures failures;
    private final RemoteMessages messages;
    private final LocalIndex index = new LocalIndex();
    private final Map<String, FolderSync> folders = new LinkedHashMap<>();
    private final List<Departed> departed = new ArrayList<>();
    private final List<Departed> toRemove = new ArrayList<>();
    private final Set<String> accepted;
    private boolean unconfirmed;
    private boolean missed;

    /**
     * Begin a pass.
     *
     * @param accepted the files that the server took in an earlier pass without saying as which message
     */
    SyncWork(LocalFolders local, RemoteMailbox remote, SyncFailures failures, Set<String> accepted) {
        this.accepted = accepted;
        this.local = local;
        this.remote = remote;
        this.failures = failures;
        messages = new RemoteMessages(remote);
    }

    LocalFolders local() {
        return local;
    }

    RemoteMailbox remote() {
        return remote;
    }

    SyncFailures failures() {
        return failures;
    }

    RemoteMessages messages() {
        return messages;
    }

    LocalIndex index() {
        return index;
    }

    /** Return the folders of both sides, the inbox first. */
    List<FolderSync> folders() {
        return List.copyOf(folders.values());
    }

    void add(FolderSync folder) {
        folders.put(folder.name(), folder);
        index.add(folder.local());
    }

    /** Return the messages that have a file here but are gone from where they were on the server. */
    List<Departed> departed() {
        return departed;
    }

    /** Return the messages that the server is to remove. */
    List<Departed> toRemove() {
        return toRemove;
    }

    /** Note that a new message of the server could not be read. */
    void miss() {
        missed = true;
    }

    /** Return whether everything was seen that the server has: only then is nowhere what was not found. */
    boolean isComplete() {
        return !missed && folders.values().stream().allMatch(FolderSync::isReadable);
    }

    boolean isPaired(String name) {
        return folders.values().stream().anyMatch(folder -> folder.state().knows(name));
    }

    /** Return whether the message of a file is in a folder that cannot be read. */
    boolean isUnseen(String name) {
        return folders.values().stream()
                .anyMatch(folder -> !folder.isReadable() && folder.state().knows(name));
    }

    /** Return whether a file has its message in the folder in which it lies. */
    boolean isPairedInPlace(Located mail) {
        return folder(mail).state().knows(mail.item().name());
    }

    /** Return whether a file has a message in another folder, too: it was moved from the one to the other. */
    boolean isPairedElsewhere(String name, FolderSync folder) {
        return folders.values().stream()
                .anyMatch(other ->
                        !other.name().equals(folder.name()) && other.state().knows(name));
    }

    /**
     * Return whether the message that a file has in a folder is the one to keep: it may have several, if it was copied to be
     * moved; then that in the folder in which it lies, or else the first.
     */
    boolean isOriginal(FolderSync folder, Located file) {
        String kept = isPairedInPlace(file)
                ? file.folder().folder()
                : folders.values().stream()
                        .filter(other -> other.hasMessageOf(file.item().name()))
                        .map(FolderSync::name)
                        .findFirst()
                        .orElse(folder.name());
        return folder.name().equals(kept);
    }

    /** Return the folder in which a file lies. */
    FolderSync folder(Located mail) {
        return Objects.requireNonNull(folders.get(mail.folder().folder()));
    }

    /** Create a folder on the server, if it has none. */
    void ensureRemote(FolderSync folder) throws IOException {
        if (!remote.has(folder.name()) && folder.remote().isEmpty()) {
            remote.create(folder.name());
            folder.state().meet();
        }
    }

    /** Note that the server has taken a file without saying which message came of it: the next pass looks for it. */
    void accept(String name) {
        accepted.add(name);
        unconfirmed = true;
    }

    /** Fail if the server has taken this file before, and yet there is no message of it. */
    void requireNotAccepted(String name) throws CommandRefusedException {
        if (accepted.contains(name)) {
            throw new CommandRefusedException("the server has taken it, but there is no such message");
        }
    }

    boolean isUnconfirmed() {
        return unconfirmed;
    }

    /**
     * A message of the server that was paired.
     *
     * @param folder where it was when both sides last agreed
     */
    record Departed(FolderSync folder, Pair pair) {

        Optional<Located> file(LocalIndex index) {
            return index.find(pair.name());
        }

        boolean isIn(Located mail) {
            return mail.isIn(folder.name());
        }

        void forget() {
            folder.state().remove(pair);
        }
    }
}
