package io.github.postfixture.junit5;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPoint;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.MailFaultPoint;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.web.WebServer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Scripts at a server what annotations say.
 *
 * @param mail the server
 */
record AnnotatedFaults(MailServer mail) {

    void smtp(WithSmtpFault fault) {
        strike(
                mail.at(fault.at()),
                fault.matching(),
                fault.times(),
                SmtpFault.reply(fault.code(), fault.status(), fault.text()));
    }

    void imap(WithImapFault fault) {
        strike(mail.atImap(fault.at()), fault.matching(), fault.times(), imapFault(fault.answer()));
    }

    void pop3(WithPop3Fault fault) {
        strike(mail.atPop3(fault.at()), fault.matching(), fault.times(), Pop3Fault.refuse(fault.text()));
    }

    void greylisting(WithGreylisting fault) {
        mail.at(SmtpStage.RCPT).firstTryOfEach(SmtpFault.greylisted());
    }

    void fullMailbox(WithFullMailbox fault) {
        for (String address : fault.value()) {
            mail.at(SmtpStage.RCPT).matching("<" + address + ">").always(SmtpFault.mailboxFull());
        }
    }

    void readOnly(WithReadOnlyMailboxes fault) {
        mail.atImap("SELECT").always(ImapFault.readOnly());
    }

    void connections(WithConnectionLimit limit) {
        switch (limit.protocol()) {
            case SMTP, SMTPS ->
                mail.at(SmtpStage.CONNECT).beyondConnections(limit.value()).always(SmtpFault.tooManyConnections());
            case IMAP, IMAPS ->
                mail.atImap("CONNECT").beyondConnections(limit.value()).always(ImapFault.tooManyConnections());
            case POP3, POP3S ->
                mail.atPop3("CONNECT").beyondConnections(limit.value()).always(Pop3Fault.tooManyConnections());
        }
    }

    void broken(WithConnectionFault fault) {
        if (!isForMail(fault)) {
            throw new IllegalArgumentException(
                    "it must say where it strikes: smtp = RCPT, imap = \"FETCH\", pop3 = \"RETR\" or http = \"/pay\"");
        }
        ConnectionFault broken = connectionFault(fault);
        Stream.of(fault.smtp()).forEach(stage -> strike(mail.at(stage), fault.times(), broken));
        Stream.of(fault.imap()).forEach(command -> strike(mail.atImap(command), fault.times(), broken));
        Stream.of(fault.pop3()).forEach(command -> strike(mail.atPop3(command), fault.times(), broken));
    }

    static boolean isForMail(WithConnectionFault fault) {
        return fault.smtp().length + fault.imap().length + fault.pop3().length > 0;
    }

    static void broken(WebServer web, WithConnectionFault fault) {
        ConnectionFault broken = connectionFault(fault);
        Stream.of(fault.http()).forEach(path -> strike(web.at(path), fault.times(), broken));
    }

    private static ConnectionFault connectionFault(WithConnectionFault fault) {
        return switch (fault.value()) {
            case DISCONNECT -> ConnectionFault.disconnect();
            case RESET -> ConnectionFault.reset();
            case STALL -> ConnectionFault.stall();
            case DELAY -> delay(fault.millis());
            case THROTTLE -> ConnectionFault.throttle(fault.bytesPerSecond());
        };
    }

    private static ConnectionFault delay(int millis) {
        if (millis < 1) {
            throw new IllegalArgumentException("millis (" + millis + ") must be positive");
        }
        return ConnectionFault.delay(Duration.ofMillis(millis));
    }

    private static <F> void strike(MailFaultPoint<F> point, String matching, int times, Fault<? super F> fault) {
        strike(matching.isEmpty() ? point : point.matching(matching), times, fault);
    }

    private static <F> void strike(FaultPoint<F> point, int times, Fault<? super F> fault) {
        if (times == 0) {
            point.always(fault);
        } else {
            point.times(times, fault);
        }
    }

    private static ImapFault imapFault(String answer) {
        String[] words = answer.split(" ", 2);
        String text = words.length == 2 ? words[1] : "";
        return switch (words[0].toUpperCase(Locale.ROOT)) {
            case "NO" -> ImapFault.no(text);
            case "BAD" -> ImapFault.bad(text);
            case "BYE" -> ImapFault.bye(text);
            default ->
                throw new IllegalArgumentException(
                        "answer (" + answer + ") must begin with NO, BAD or BYE, such as NO [INUSE] Later");
        };
    }
}
