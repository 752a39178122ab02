package io.github.postfixture.mail.client;

import io.github.postfixture.mail.client.LocalIndex.Located;
import io.github.postfixture.mail.client.SyncState.Pair;
import io.github.postfixture.mail.client.SyncWork.Departed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Gives the server what only this side has: what never had a message, and what was moved here while the server lost it. */
final class UploadPhase {

    private final SyncWork work;

    UploadPhase(SyncWork work) {
        this.work = work;
    }

    void run() throws IOException {
        for (FolderSync folder : work.folders()) {
            if (folder.isReadable() && !work.local().isRemoved(folder.name())) {
                run(folder);
            }
        }
        if (work.isComplete()) {
            for (Departed gone : List.copyOf(work.departed())) {
                rescue(gone);
            }
        }
    }

    private void run(FolderSync folder) throws IOException {
        for (Located mail : work.index().in(folder.local())) {
            if (!work.isPaired(mail.item().name())) {
                work.failures().attempt(mail.mail().toString(), () -> upload(folder, mail));
            }
        }
        if (folder.isNew()) {
            work.failures().attempt("folder " + folder.name(), () -> work.ensureRemote(folder));
        }
    }

    private void rescue(Departed gone) throws IOException {
        Optional<Located> file = gone.file(work.index()).filter(mail -> !gone.isIn(mail));
        if (file.isPresent()
                && work.failures()
                        .attempt(file.get().mail().toString(), () -> upload(work.folder(file.get()), file.get()))
                && work.isPairedInPlace(file.get())) {
            gone.forget();
            work.departed().remove(gone);
        }
    }

    private void upload(FolderSync folder, Located mail) throws IOException {
        Maildir.Item item = mail.item();
        work.requireNotAccepted(item.name());
        work.ensureRemote(folder);
        folder.state().uploading(item.name());
        Optional<RemoteUid> added = work.messages().append(folder.name(), item.bytes(), item.flags(), item.arrived());
        if (added.isPresent()) {
            folder.state().put(new Pair(added.get(), item.name(), item.flags()));
        } else {
            work.accept(item.name());
        }
    }
}
