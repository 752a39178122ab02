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
 * @param closing whether the server stops
 */
record MailDialogues(SmtpReception smtp, ImapService imap, Pop3Service pop3, MailFaults faults, Closing closing) {

    /** Let a server that is as its builder says speak all of them. */
    static MailDialogues of(
            ServerParts parts, MailServerBuilder builder, MailFaults faults, Attempts attempts, Quotas quotas) {
        return new MailDialogues(
                new SmtpReception(parts, builder.smtp.rules(), faults.smtp(), attempts, quotas),
                new ImapService(parts, builder.imapRules(), faults.imap()),
                new Pop3Service(parts, builder.pop3Rules(), faults.pop3()),
                faults,
                parts.closing());
    }

    /** Serve a connection on the calling thread until it ends. */
    void serve(MailProtocol protocol, Connection connection) throws IOException {
        faults.of(protocol).during(connection, () -> talk(protocol, connection));
    }

    /** Bring all connections to an end. */
    void end() {
        closing.begin();
        imap.close();
    }

    private void talk(MailProtocol protocol, Connection connection) throws IOException {
        switch (protocol) {
            case SMTP, SMTPS -> new SmtpSession(connection, smtp).run();
            case IMAP, IMAPS -> imap.serve(connection);
            case POP3, POP3S -> new Pop3Session(connection, pop3).run();
        }
    }
}
