package io.github.postfixture.mail.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings all folders of a local copy and of a mailbox together, by IMAP: what either side did since they last agreed is
 * done on the other. In this order: flags and moves go to the server, new mail comes from it, mail that it lacks goes there,
 * and only then either side removes what the other one removed.
 */
final class MailboxSync {

    private final LocalFolders local;
    private final RemoteMailbox remote;
    private final SyncFailures failures;
    private final List<LocalMail> arrived;

    /**
     * Prepare it.
     *
     * @param failures gets what could not be done
     * @param arrived gets the mails that came into the inbox
     */
    MailboxSync(LocalFolders local, RemoteMailbox remote, List<String> failures, List<LocalMail> arrived) {
        this.local = local;
        this.remote = remote;
        this.failures = new SyncFailures(remote, failures);
        this.arrived = arrived;
    }

    /** Do it; a second time, if the server has done something without saying which message came of it. */
    void run() throws IOException {
        remote.clashes()
                .forEach(name -> failures.add("folder " + name + ": the server has several that are called so here"));
        Set<String> accepted = new HashSet<>();
        if (pass(accepted).isUnconfirmed()) {
            pass(accepted);
        }
    }

    private SyncWork pass(Set<String> accepted) throws IOException {
        SyncWork work = new SyncWork(local, remote, failures, accepted);
        Set<String> here = Set.copyOf(local.namesWithRemoved());
        for (String name : names(here)) {
            look(work, name, here.contains(name));
        }
        new MovePhase(work).run();
        new FetchPhase(work, arrived).run();
        new UploadPhase(work).run();
        new RemovalPhase(work).run();
        return work;
    }

    private List<String> names(Set<String> here) {
        Set<String> names = new TreeSet<>(here);
        names.addAll(remote.names());
        names.remove(LocalFolders.INBOX);
        List<String> inboxFirst = new ArrayList<>(List.of(LocalFolders.INBOX));
        inboxFirst.addAll(names);
        return inboxFirst;
    }

    private void look(SyncWork work, String name, boolean wasHere) throws IOException {
        Maildir maildir = local.folder(name);
        FolderSync folder = new FolderSync(maildir, SyncState.of(maildir, local.disk()), wasHere);
        folder.showPrepared();
        work.add(folder);
        failures.attempt("folder " + name, () -> folder.look(remote));
    }
}
