package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.protocol.SmtpLimit;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.protocol.SmtpPolicy;
import io.github.postfixture.mail.protocol.SmtpReply;
import java.util.ArrayList;
import java.util.List;

/** The commands that open a session (RFC 5321 section 4.1.1.1, RFC 2033 section 4.1) and encrypt it (RFC 3207). */
final class HelloCommands {

    private static final List<String> PLAIN_EXTENSIONS = List.of(
            "PIPELINING", "8BITMIME", "SMTPUTF8", "CHUNKING", "BINARYMIME", "DSN", "ENHANCEDSTATUSCODES", "REQUIRETLS");

    private HelloCommands() {}

    /** Return what a server says first. */
    static SmtpReply banner(SmtpOptions options) {
        String protocol = options.follows(SmtpPolicy.SPEAK_LMTP) ? "LMTP" : "ESMTP";
        return SmtpReply.of(220, "", options.name() + " " + protocol + " Postfixture");
    }

    static SmtpReply ehlo(SmtpSession session, String verb, String argument) throws SmtpRefusedException {
        greet(session, verb, argument);
        List<String> lines = new ArrayList<>();
        lines.add(session.options().name() + " greets " + argument);
        lines.addAll(extensions(session));
        lines.add("HELP");
        return new SmtpReply(250, "", lines);
    }

    static SmtpReply helo(SmtpSession session, String argument) throws SmtpRefusedException {
        greet(session, "HELO", argument);
        return SmtpReply.of(250, "", session.options().name());
    }

    static SmtpReply startTls(SmtpSession session, String argument) throws SmtpRefusedException {
        SmtpVerbs.requireNoArgument("STARTTLS", argument);
        SmtpVerbs.requireOffered(session, "STARTTLS");
        if (session.wire().isEncrypted()) {
            throw new SmtpRefusedException(503, "5.5.1", "TLS is active already");
        }
        session.encryptAfterReply();
        return SmtpReply.of(220, "2.0.0", "Ready to start TLS");
    }

    private static List<String> extensions(SmtpSession session) {
        List<String> lines = new ArrayList<>();
        PLAIN_EXTENSIONS.stream().filter(session::offers).forEach(lines::add);
        if (session.offers("SIZE")) {
            lines.add("SIZE " + session.options().most(SmtpLimit.MESSAGE_BYTES));
        }
        if (session.offers("LIMITS")) {
            lines.add(limits(session.options()));
        }
        if (Authentication.isPossible(session)) {
            lines.add(Authentication.offer(session));
        }
        if (session.offers("STARTTLS") && !session.wire().isEncrypted()) {
            lines.add("STARTTLS");
        }
        return lines;
    }

    private static String limits(SmtpOptions options) {
        SmtpLimit mails = SmtpLimit.MESSAGES_PER_CONNECTION;
        return "LIMITS " + (options.limits(mails) ? "MAILMAX=" + options.most(mails) + " " : "") + "RCPTMAX="
                + options.most(SmtpLimit.RECIPIENTS);
    }

    private static void greet(SmtpSession session, String verb, String argument) throws SmtpRefusedException {
        if (argument.isEmpty() || argument.indexOf(' ') >= 0) {
            throw new SmtpRefusedException(501, "5.5.4", "Syntax: " + verb + " hostname");
        }
        session.greeted(verb, argument);
    }
}
