package io.github.postfixture.mail;

import io.github.postfixture.fault.FaultPlan;
import io.github.postfixture.fault.FaultScript;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.FaultCommands;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.ProtocolFaults;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.imap.ImapSession;
import io.github.postfixture.mail.pop3.Pop3Session;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.tls.TlsFault;
import java.util.Set;

/**
 * The faults of a mail server, for all its protocols.
 *
 * @param script all of them
 * @param tls those at the TLS handshakes of all protocols
 */
record MailFaults(
        FaultScript script,
        ProtocolFaults<SmtpFault> smtp,
        ProtocolFaults<ImapFault> imap,
        ProtocolFaults<Pop3Fault> pop3,
        FaultPlan<Occasion, TlsFault> tls) {

    /** Begin without a fault. */
    static MailFaults of(FaultScript script) {
        return new MailFaults(
                script,
                new ProtocolFaults<>(script, "smtp"),
                new ProtocolFaults<>(script, "imap"),
                new ProtocolFaults<>(script, "pop3"),
                script.plan("tls", Occasion::argument));
    }

    static FaultCommands imapCommands() {
        return new FaultCommands("IMAP", ImapSession.commands(), "LOGIN", Set.of("AUTHENTICATE"));
    }

    static FaultCommands pop3Commands() {
        return new FaultCommands("POP3", Pop3Session.commands(), "PASS", Set.of("APOP", "AUTH"));
    }

    /** Return the faults of a protocol, encrypted from the first byte or not. */
    ProtocolFaults<?> of(MailProtocol protocol) {
        return switch (protocol) {
            case SMTP, SMTPS -> smtp;
            case IMAP, IMAPS -> imap;
            case POP3, POP3S -> pop3;
        };
    }
}
