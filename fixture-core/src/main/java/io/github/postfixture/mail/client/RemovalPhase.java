package io.github.postfixture.mail.client;

import io.github.postfixture.mail.client.LocalIndex.Located;
import io.github.postfixture.mail.client.SyncWork.Departed;
import java.io.IOException;
import java.util.Optional;

/** Removes on either side what the other one removed: mails, then folders in which nothing is left. */
final class RemovalPhase {

    private final SyncWork work;

    RemovalPhase(SyncWork work) {
        this.work = work;
    }

    void run() throws IOException {
        for (Departed message : work.toRemove()) {
            work.failures()
                    .attempt(
                            "message " + message.pair().uid().uid() + " in "
                                    + message.folder().name(),
                            () -> removeRemotely(message));
        }
        work.departed().forEach(this::removeLocally);
        for (FolderSync folder : work.folders()) {
            if (folder.isReadable() && !folder.name().equals(LocalFolders.INBOX)) {
                work.failures().attempt("folder " + folder.name(), () -> removeIfEmpty(folder));
            }
        }
    }

    private void removeRemotely(Departed message) throws IOException {
        RemoteFolder remote = message.folder().remote().orElseThrow();
        if (work.messages().remove(remote, message.pair().uid().uid())) {
            message.forget();
        }
    }

    /** Remove what the server has removed; what is marked otherwise since waits until every folder was seen. */
    private void removeLocally(Departed gone) {
        Optional<Located> file = gone.file(work.index()).filter(gone::isIn);
        boolean unchanged = file.filter(
                        mail -> mail.item().flags().equals(gone.pair().flags()))
                .isPresent();
        if (file.isPresent() && (unchanged || work.isComplete())) {
            file.get().folder().remove(file.get().item());
            work.index().remove(file.get());
            gone.forget();
        }
    }

    private void removeIfEmpty(FolderSync folder) throws IOException {
        boolean removedHere = work.local().isRemoved(folder.name());
        if (!work.index().in(folder.local()).isEmpty()) {
            work.local().keep(folder.name());
        } else if (folder.state().pairs().isEmpty()
                && removedHere
                && folder.remote().isPresent()) {
            removeRemotely(folder);
        } else if (folder.state().pairs().isEmpty() && (removedHere || isGone(folder))) {
            work.local().forget(folder.name());
        }
    }

    private boolean isGone(FolderSync folder) {
        return !folder.isNew() && folder.remote().isEmpty() && !work.remote().has(folder.name());
    }

    private void removeRemotely(FolderSync folder) throws IOException {
        if (work.remote().look(folder.name()).messages().isEmpty()) {
            work.remote().delete(folder.name());
            work.local().forget(folder.name());
        }
    }
}
