package io.github.postfixture.mail.smtp;

import java.util.Map;

/** The commands of the protocol by their verbs. */
final class SmtpVerbs {

    private static final SmtpReply OK = SmtpReply.of(250, "2.0.0", "OK");

    private static final Map<String, SmtpCommand> COMMANDS = Map.ofEntries(
            Map.entry("EHLO", Greetings::ehlo),
            Map.entry("HELO", Greetings::helo),
            Map.entry("STARTTLS", Greetings::startTls),
            Map.entry("AUTH", Authentication::auth),
            Map.entry("MAIL", Transfers::mail),
            Map.entry("RCPT", Transfers::rcpt),
            Map.entry("DATA", Transfers::data),
            Map.entry("BDAT", Transfers::bdat),
            Map.entry("RSET", SmtpVerbs::reset),
            Map.entry("NOOP", (session, argument) -> OK),
            Map.entry("VRFY", SmtpVerbs::verify),
            Map.entry("EXPN", (session, argument) -> SmtpReply.of(502, "5.5.1", "EXPN is not implemented")),
            Map.entry("HELP", SmtpVerbs::help),
            Map.entry("QUIT", SmtpVerbs::quit));

    private SmtpVerbs() {}

    /** Return the command of a verb in capitals; an unknown verb has one that refuses. */
    static SmtpCommand command(String verb) {
        return COMMANDS.getOrDefault(verb, SmtpVerbs::unknown);
    }

    /** Refuse a command that takes no argument but got one. */
    static void requireNoArgument(String verb, String argument) throws RefusedException {
        if (!argument.isEmpty()) {
            throw new RefusedException(501, "5.5.4", verb + " takes no argument");
        }
    }

    /** Refuse a command of a service extension that is not on offer. */
    static void requireOffered(SmtpSession session, String extension) throws RefusedException {
        if (!session.rules().offers(extension)) {
            throw notOffered(extension);
        }
    }

    /** Return the refusal of a command that is not on offer. */
    static RefusedException notOffered(String extension) {
        return new RefusedException(502, "5.5.1", extension + " is not offered");
    }

    private static SmtpReply unknown(SmtpSession session, String argument) {
        return SmtpReply.of(500, "5.5.2", "Command not recognized");
    }

    private static SmtpReply reset(SmtpSession session, String argument) throws RefusedException {
        requireNoArgument("RSET", argument);
        session.endTransaction();
        return OK;
    }

    private static SmtpReply verify(SmtpSession session, String argument) throws RefusedException {
        if (argument.isEmpty()) {
            throw new RefusedException(501, "5.5.4", "Syntax: VRFY address");
        }
        return SmtpReply.of(252, "2.5.2", "Cannot verify, but will accept mail for it");
    }

    private static SmtpReply help(SmtpSession session, String argument) {
        return SmtpReply.of(214, "2.0.0", "EHLO HELO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP VRFY HELP QUIT");
    }

    private static SmtpReply quit(SmtpSession session, String argument) throws RefusedException {
        requireNoArgument("QUIT", argument);
        session.close();
        return SmtpReply.of(221, "2.0.0", session.rules().name() + " closing connection");
    }
}
