package io.github.postfixture.mail.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The commands that open a session (RFC 5321 section 4.1.1.1) and encrypt it (RFC 3207). */
final class Greetings {

    private Greetings() {}

    static SmtpReply ehlo(SmtpSession session, String argument) throws RefusedException {
        greet(session, "EHLO", argument);
        List<String> lines = new ArrayList<>();
        lines.add(session.host().name() + " greets " + argument);
        lines.add("PIPELINING");
        lines.add("SIZE " + session.host().largestMessage());
        lines.add("8BITMIME");
        lines.add("SMTPUTF8");
        lines.add("ENHANCEDSTATUSCODES");
        lines.add("AUTH PLAIN LOGIN");
        if (session.host().offersStartTls() && !session.isEncrypted()) {
            lines.add("STARTTLS");
        }
        lines.add("HELP");
        return new SmtpReply(250, "", lines);
    }

    static SmtpReply helo(SmtpSession session, String argument) throws RefusedException {
        greet(session, "HELO", argument);
        return SmtpReply.of(250, "", session.host().name());
    }

    static SmtpReply startTls(SmtpSession session, String argument) throws RefusedException, IOException {
        SmtpVerbs.requireNoArgument("STARTTLS", argument);
        if (!session.host().offersStartTls()) {
            throw new RefusedException(502, "5.5.1", "STARTTLS is not offered");
        }
        if (session.isEncrypted()) {
            throw new RefusedException(503, "5.5.1", "TLS is active already");
        }
        session.encryptAfterReply();
        return SmtpReply.of(220, "2.0.0", "Ready to start TLS");
    }

    private static void greet(SmtpSession session, String verb, String argument) throws RefusedException {
        if (argument.isEmpty()) {
            throw new RefusedException(501, "5.5.4", "Syntax: " + verb + " hostname");
        }
        session.greeted(argument);
    }
}
