package io.github.postfixture.mail;

import io.github.postfixture.mail.attempt.Attempts;
import io.github.postfixture.mail.pop3.Pop3Session;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.smtp.SmtpSession;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.connection.ProtocolSession;
import java.io.IOException;

/**
 * Who speaks which protocol.
 *
 * @param smtp where mail goes
 * @param imap where it is read
 * @param pop3 where it is fetched
 * @param faults what is to go wrong
 * @param parts what they share
 */
record ProtocolHandlers(SmtpService smtp, ImapService imap, Pop3Service pop3, MailFaults faults, ServerContext parts) {

    /** Let a server that is as its builder says speak all of them. */
    static ProtocolHandlers of(
            ServerContext parts,
            MailIntake intake,
            MailServerBuilder builder,
            MailFaults faults,
            Attempts attempts,
            Quotas quotas) {
        return new ProtocolHandlers(
                new SmtpService(parts, intake, builder.smtp, faults.smtp(), attempts, quotas),
                new ImapService(parts, builder.imapRules(), faults.imap()),
                new Pop3Service(parts, builder.pop3Rules(), faults.pop3()),
                faults,
                parts);
    }

    /** Serve a connection on the calling thread until it ends. */
    void serve(MailProtocol protocol, Connection connection) throws IOException {
        faults.of(protocol).during(connection, () -> talk(protocol, connection));
    }

    /** Bring all connections to an end. */
    void end() {
        parts.closing().begin();
        imap.close();
    }

    /** Talk to a client; whatever fails, it gets the last word of its protocol, and the next client is served. */
    private void talk(MailProtocol protocol, Connection connection) throws IOException {
        ProtocolSession session = session(protocol, connection);
        try {
            session.run();
        } catch (RuntimeException | Error e) {
            breakOff(session, protocol, connection, e);
        } finally {
            imap.left(session);
        }
    }

    private void breakOff(ProtocolSession session, MailProtocol protocol, Connection connection, Throwable cause) {
        try {
            parts.failed(protocol.scheme(), connection, cause);
        } finally {
            session.breakOff();
        }
    }

    private ProtocolSession session(MailProtocol protocol, Connection connection) {
        return switch (protocol) {
            case SMTP, SMTPS -> new SmtpSession(connection, smtp);
            case IMAP, IMAPS -> imap.session(connection);
            case POP3, POP3S -> new Pop3Session(connection, pop3);
        };
    }
}
