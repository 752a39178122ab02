package io.github.postfixture.mail.client;

import io.github.postfixture.mail.client.LocalIndex.Located;
import io.github.postfixture.mail.client.SyncState.Pair;
import io.github.postfixture.mail.client.SyncWork.Departed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches what is new on the server. What has the same bytes as a file whose message has gone elsewhere, or that never had
 * one, is that file's message: another client moved it, or a note of it was lost.
 */
final class FetchPhase {

    private final SyncWork work;
    private final List<LocalMail> arrived;
    private final Map<Long, List<Candidate>> candidates = new HashMap<>();
    private final List<Candidate> uploading = new ArrayList<>();
    private final Map<Long, List<Located>> unseen = new HashMap<>();

    /**
     * Prepare it.
     *
     * @param arrived gets the mails that came into the inbox
     */
    FetchPhase(SyncWork work, List<LocalMail> arrived) {
        this.work = work;
        this.arrived = arrived;
    }

    void run() throws IOException {
        work.departed().forEach(gone -> gone.file(work.index()).ifPresent(file -> add(file, Optional.of(gone))));
        work.index().all().stream()
                .filter(file -> !work.isPaired(file.item().name()))
                .forEach(file -> add(file, Optional.empty()));
        work.index().all().stream()
                .filter(file -> work.isUnseen(file.item().name()))
                .forEach(file -> unseen.computeIfAbsent(file.item().size(), size -> new ArrayList<>())
                        .add(file));
        for (FolderSync folder : work.folders()) {
            for (Map.Entry<Long, RemoteMessage> message : folder.unknown().entrySet()) {
                if (!attempt(folder, message.getKey(), message.getValue())) {
                    work.miss();
                }
            }
        }
    }

    private boolean attempt(FolderSync folder, long uid, RemoteMessage message) throws IOException {
        return work.failures().attempt("message " + uid + " in " + folder.name(), () -> fetch(folder, uid, message));
    }

    private void add(Located file, Optional<Departed> gone) {
        Candidate candidate = new Candidate(file, gone);
        candidates
                .computeIfAbsent(file.item().size(), size -> new ArrayList<>())
                .add(candidate);
        if (work.folder(file).state().isUploading(file.item().name())
                && !work.messages().tellsUids()) {
            uploading.add(candidate);
        }
    }

    private void fetch(FolderSync folder, long uid, RemoteMessage message) throws IOException {
        Optional<byte[]> bytes = work.messages().bytes(folder.remote().orElseThrow(), uid);
        if (bytes.isPresent()) {
            RemoteUid remoteUid = folder.remote().orElseThrow().uid(uid);
            Optional<Candidate> twin = twin(folder, bytes.get());
            if (twin.isPresent()) {
                adopt(folder, remoteUid, twin.get());
            } else if (mayHaveMoved(bytes.get())) {
                work.miss();
            } else {
                keep(folder, remoteUid, message, bytes.get());
            }
        }
    }

    /** Keep a new message; its file is shown once it is paired, so that a crash leaves no file of unknown origin. */
    private void keep(FolderSync folder, RemoteUid uid, RemoteMessage message, byte[] bytes) {
        String name = Maildir.newName(message.arrived().getOffset());
        folder.local().prepare(name, bytes, message.flags(), message.arrived().toInstant());
        folder.state().put(new Pair(uid, name, message.flags()));
        Maildir.Item item = folder.local().admit(name, message.flags());
        work.index().put(folder.local(), item);
        if (folder.name().equals(LocalFolders.INBOX)) {
            arrived.add(LocalMail.of(folder.local(), item));
        }
    }

    private void adopt(FolderSync folder, RemoteUid uid, Candidate twin) throws IOException {
        String name = twin.file.item().name();
        if (!twin.file.isIn(folder.name())) {
            work.index()
                    .put(
                            folder.local(),
                            folder.local()
                                    .take(twin.file.item(), twin.file.item().flags()));
        }
        MailFlags agreed = twin.gone.map(gone -> gone.pair().flags()).orElse(MailFlags.NONE);
        Pair pair = new Pair(uid, name, agreed);
        folder.state().put(pair);
        twin.gone.ifPresent(gone -> {
            gone.forget();
            work.departed().remove(gone);
        });
        folder.agree(
                work.messages(), work.index(), pair, work.index().find(name).orElseThrow());
    }

    /** Return the file that this message belongs to: rather one that lies in its folder already. */
    private Optional<Candidate> twin(FolderSync folder, byte[] bytes) {
        List<Candidate> alike = candidates.getOrDefault((long) bytes.length, List.of());
        Optional<Candidate> twin = alike.stream()
                .filter(candidate -> candidate.fits(folder)
                        && Arrays.equals(candidate.file.item().bytes(), bytes))
                .min(Comparator.comparing(candidate -> !candidate.file.isIn(folder.name())))
                .or(() -> changedTwin(folder, bytes));
        twin.ifPresent(alike::remove);
        twin.ifPresent(uploading::remove);
        return twin;
    }

    /** Return whether this may be the message of a file that cannot be looked for, as its folder cannot be read. */
    private boolean mayHaveMoved(byte[] bytes) {
        return unseen.getOrDefault((long) bytes.length, List.of()).stream()
                .anyMatch(file -> Arrays.equals(file.item().bytes(), bytes));
    }

    /** Return the file that was added to the folder, if the server has changed it but for its {@code Message-ID}. */
    private Optional<Candidate> changedTwin(FolderSync folder, byte[] bytes) {
        Optional<String> id = messageId(bytes);
        return uploading.stream()
                .filter(candidate -> id.isPresent()
                        && candidate.fits(folder)
                        && id.equals(messageId(candidate.file.item().bytes())))
                .findFirst();
    }

    private static Optional<String> messageId(byte[] bytes) {
        return LocalMail.headerOf(bytes, "Message-ID");
    }

    /**
     * A file without a message.
     *
     * @param gone the message that it had; nothing if it never had one
     */
    private record Candidate(Located file, Optional<Departed> gone) {

        boolean fits(FolderSync folder) {
            return gone.isPresent() || file.isIn(folder.name());
        }
    }
}
