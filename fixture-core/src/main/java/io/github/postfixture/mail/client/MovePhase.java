package io.github.postfixture.mail.client;

import io.github.postfixture.mail.client.LocalIndex.Located;
import io.github.postfixture.mail.client.SyncState.Pair;
import io.github.postfixture.mail.client.SyncWork.Departed;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Does on the server what was done here to mail that both sides know: flags, then moves. A server that cannot move in one
 * command copies, and removes what it copied once the copy is confirmed; what is about to be copied is noted before, so that
 * a copy is found again and never made twice.
 */
final class MovePhase {

    private final SyncWork work;

    MovePhase(SyncWork work) {
        this.work = work;
    }

    /** Do it for what both sides knew before: what is moved meanwhile stands in no listing. */
    void run() throws IOException {
        Map<FolderSync, List<Pair>> before = new LinkedHashMap<>();
        work.folders().stream()
                .filter(FolderSync::isReadable)
                .forEach(folder -> before.put(folder, folder.state().pairs()));
        for (Map.Entry<FolderSync, List<Pair>> folder : before.entrySet()) {
            run(folder.getKey(), folder.getValue());
        }
    }

    private void run(FolderSync folder, List<Pair> pairs) throws IOException {
        for (Pair pair : pairs) {
            Optional<Located> file = work.index().find(pair.name());
            if (folder.remoteHas(pair)) {
                push(folder, pair, file);
            } else if (file.isEmpty() || work.isPairedElsewhere(pair.name(), folder)) {
                folder.state().remove(pair);
            } else {
                work.departed().add(new Departed(folder, pair));
            }
        }
    }

    private void push(FolderSync folder, Pair pair, Optional<Located> file) throws IOException {
        if (file.isEmpty() || !work.isOriginal(folder, file.get())) {
            work.toRemove().add(new Departed(folder, pair));
        } else {
            Located mail = file.get();
            work.failures().attempt(mail.mail().toString(), () -> push(folder, pair, mail));
        }
    }

    private void push(FolderSync folder, Pair pair, Located mail) throws IOException {
        Pair agreed = folder.agree(work.messages(), work.index(), pair, mail);
        if (!mail.isIn(folder.name())) {
            FolderSync target = work.folder(mail);
            work.ensureRemote(target);
            if (work.messages().canMove()) {
                move(folder, agreed, target);
            } else {
                copy(folder, agreed, target);
            }
        }
    }

    private void move(FolderSync folder, Pair pair, FolderSync target) throws IOException {
        Optional<RemoteUid> moved =
                work.messages().move(folder.remote().orElseThrow(), pair.uid().uid(), target.name());
        if (moved.isPresent()) {
            target.state().put(new Pair(moved.get(), pair.name(), pair.flags()));
            folder.state().remove(pair);
        } else {
            work.accept(pair.name());
        }
    }

    private void copy(FolderSync folder, Pair pair, FolderSync target) throws IOException {
        OptionalLong since = target.state().copied(pair.name());
        Optional<RemoteUid> copy =
                since.isPresent() ? earlierCopy(folder, pair, target, since.getAsLong()) : Optional.empty();
        if (copy.isEmpty()) {
            work.requireNotAccepted(pair.name());
            target.state().copying(pair.name(), target.uidNext());
            copy = work.messages()
                    .copy(folder.remote().orElseThrow(), pair.uid().uid(), target.name());
        }
        if (copy.isPresent()) {
            target.state().put(new Pair(copy.get(), pair.name(), pair.flags()));
            work.toRemove().add(new Departed(folder, pair));
        } else {
            work.accept(pair.name());
        }
    }

    private Optional<RemoteUid> earlierCopy(FolderSync folder, Pair pair, FolderSync target, long since)
            throws IOException {
        RemoteMessage original = folder.remote().orElseThrow().message(pair.uid());
        byte[] bytes = work.index().find(pair.name()).orElseThrow().item().bytes();
        for (Map.Entry<Long, RemoteMessage> candidate : target.unknown().entrySet()) {
            if (candidate.getKey() >= since
                    && candidate.getValue().size() == original.size()
                    && work.messages()
                            .bytes(target.remote().orElseThrow(), candidate.getKey())
                            .filter(found -> Arrays.equals(found, bytes))
                            .isPresent()) {
                return Optional.of(target.remote().orElseThrow().uid(candidate.getKey()));
            }
        }
        return Optional.empty();
    }
}
