package io.github.postfixture.mail;

import io.github.postfixture.mail.greenmail.MailStore;
import io.github.postfixture.mail.smtp.SmtpSession;
import io.github.postfixture.net.Connection;
import java.io.IOException;

/** Who speaks which protocol. */
final class MailDialogues {

    private final SmtpReception reception;
    private final Lazy<MailStore> store;

    MailDialogues(SmtpReception reception, Lazy<MailStore> store) {
        this.reception = reception;
        this.store = store;
    }

    /** Serve a connection on the calling thread until it ends. */
    void serve(MailProtocol protocol, Connection connection) throws IOException {
        switch (protocol) {
            case SMTP, SMTPS -> new SmtpSession(connection, reception).run();
            case IMAP, IMAPS -> store.get().serveImap(connection);
            case POP3, POP3S -> store.get().servePop3(connection);
        }
    }
}
