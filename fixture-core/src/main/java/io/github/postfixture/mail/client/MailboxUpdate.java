package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One time that a client and its mailbox are brought together. */
final class MailboxUpdate {

    private final LocalFolders folders;
    private final MailAccount account;
    private final Endpoint mailbox;
    private final List<LocalMail> arrived = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    MailboxUpdate(LocalFolders folders, MailAccount account, Endpoint mailbox) {
        this.folders = folders;
        this.account = account;
        this.mailbox = mailbox;
    }

    /**
     * Do it, and return the mails that came into the inbox.
     *
     * @param keepsOnServer whether POP3 leaves there what was fetched
     * @param news is told of each mail, also if something else failed
     */
    List<LocalMail> run(boolean keepsOnServer, Consumer<LocalMail> news) {
        try {
            if (MailAccount.isImap(mailbox)) {
                synchronise();
            } else {
                fetch(keepsOnServer);
            }
        } catch (IOException | UncheckedIOException e) {
            failures.add(String.valueOf(e.getMessage()));
        }
        arrived.forEach(news);
        if (!failures.isEmpty()) {
            throw new MailClientException("Cannot synchronise with " + mailbox, failures);
        }
        return List.copyOf(arrived);
    }

    private void synchronise() throws IOException {
        try (RemoteMailbox remote = RemoteMailbox.open(account, mailbox)) {
            new MailboxSync(folders, remote, failures, arrived).run();
            remote.logout();
        }
    }

    private void fetch(boolean keepsOnServer) throws IOException {
        try (Pop3Connection server = Pop3Connection.open(account, mailbox)) {
            new Pop3Fetch(folders, server, keepsOnServer, failures, arrived).run();
        }
    }
}
