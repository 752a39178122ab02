package io.github.postfixture.mail;

import io.github.postfixture.mail.pop3.Pop3Session;
import io.github.postfixture.mail.smtp.SmtpSession;
import io.github.postfixture.net.Connection;
import java.io.IOException;

/**
 * Who speaks which protocol.
 *
 * @param smtp where mail goes
 * @param imap where it is read
 * @param pop3 where it is fetched
 * @param faults what is to go wrong
 */
record MailDialogues(SmtpReception smtp, ImapService imap, Pop3Service pop3, MailFaults faults) {

    /** Serve a connection on the calling thread until it ends. */
    void serve(MailProtocol protocol, Connection connection) throws IOException {
        faults.of(protocol).during(connection, () -> talk(protocol, connection));
    }

    private void talk(MailProtocol protocol, Connection connection) throws IOException {
        switch (protocol) {
            case SMTP, SMTPS -> new SmtpSession(connection, smtp).run();
            case IMAP, IMAPS -> imap.serve(connection);
            case POP3, POP3S -> new Pop3Session(connection, pop3).run();
        }
    }
}
