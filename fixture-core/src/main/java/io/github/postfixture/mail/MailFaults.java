package io.github.postfixture.mail;

import io.github.postfixture.mail.fault.FaultCommands;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.ProtocolFaults;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.imap.ImapSession;
import io.github.postfixture.mail.pop3.Pop3Session;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.TlsFault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The faults of a mail server, for all its protocols. */
final class MailFaults {

    static final FaultCommands IMAP_COMMANDS =
            new FaultCommands("IMAP", ImapSession.commands(), "LOGIN", Set.of("AUTHENTICATE"));
    static final FaultCommands POP3_COMMANDS =
            new FaultCommands("POP3", Pop3Session.commands(), "PASS", Set.of("APOP", "AUTH"));

    private final ProtocolFaults<SmtpFault> smtp;
    private final ProtocolFaults<ImapFault> imap;
    private final ProtocolFaults<Pop3Fault> pop3;
    private final ProtocolFaults<TlsFault> tls;

    MailFaults(Timeline timeline) {
        AtomicInteger numbers = new AtomicInteger();
        smtp = new ProtocolFaults<>("smtp", timeline, numbers, SmtpFault::objectionAt);
        imap = new ProtocolFaults<>("imap", timeline, numbers, ImapFault::objectionAt);
        pop3 = new ProtocolFaults<>("pop3", timeline, numbers, Pop3Fault::objectionAt);
        tls = new ProtocolFaults<>("tls", timeline, numbers, (fault, command) -> Optional.empty());
    }

    ProtocolFaults<SmtpFault> smtp() {
        return smtp;
    }

    ProtocolFaults<ImapFault> imap() {
        return imap;
    }

    ProtocolFaults<Pop3Fault> pop3() {
        return pop3;
    }

    /** Return the faults at the TLS handshakes of all protocols. */
    ProtocolFaults<TlsFault> tls() {
        return tls;
    }

    /** Return the faults of a protocol, encrypted from the first byte or not. */
    ProtocolFaults<?> of(MailProtocol protocol) {
        return switch (protocol) {
            case SMTP, SMTPS -> smtp;
            case IMAP, IMAPS -> imap;
            case POP3, POP3S -> pop3;
        };
    }

    List<String> unused() {
        return Stream.of(smtp, imap, pop3, tls)
                .flatMap(faults -> faults.unused().stream())
                .toList();
    }

    void clear() {
        smtp.clear();
        imap.clear();
        pop3.clear();
        tls.clear();
    }
}
