package io.github.postfixture.junit5;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.MailFaultPoint;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.util.Locale;

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

    private static <F> void strike(MailFaultPoint<F> point, String matching, int times, Fault<? super F> fault) {
        MailFaultPoint<F> narrowed = matching.isEmpty() ? point : point.matching(matching);
        if (times == 0) {
            narrowed.always(fault);
        } else {
            narrowed.times(times, fault);
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
