package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.protocol.SmtpPolicy;
import io.github.postfixture.mail.protocol.SmtpReply;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands of a protocol by their verbs. */
final class SmtpVerbs {

    private static final SmtpReply OK = SmtpReply.of(250, "2.0.0", "OK");

    private static final List<Verb> OF_BOTH = List.of(
            new Verb("STARTTLS", "", HelloCommands::startTls),
            new Verb("AUTH", "mechanism [initial-response]", Authentication::auth),
            new Verb("MAIL", "FROM:<address> [parameters]", TransactionCommands::mail),
            new Verb("RCPT", "TO:<address> [parameters]", TransactionCommands::rcpt),
            new Verb("DATA", "", TransactionCommands::data),
            new Verb("BDAT", "size [LAST]", TransactionCommands::bdat),
            new Verb("RSET", "", SmtpVerbs::reset),
            new Verb("NOOP", "[anything]", (session, argument) -> OK),
            new Verb("VRFY", "address", SmtpVerbs::verify),
            new Verb("EXPN", "list", (session, argument) -> SmtpReply.of(502, "5.5.1", "EXPN is not implemented")),
            new Verb("HELP", "[command]", SmtpVerbs::help),
            new Verb("QUIT", "", SmtpVerbs::quit));

    private static final SmtpVerbs OF_SMTP = new SmtpVerbs(
            new Verb("EHLO", "hostname", (session, argument) -> HelloCommands.ehlo(session, "EHLO", argument)),
            new Verb("HELO", "hostname", HelloCommands::helo));

    private static final SmtpVerbs OF_LMTP = new SmtpVerbs(
            new Verb("LHLO", "hostname", (session, argument) -> HelloCommands.ehlo(session, "LHLO", argument)));

    private final Map<String, Verb> verbs = new HashMap<>();
    private final String names;

    private SmtpVerbs(Verb... greetings) {
        List<Verb> all = Stream.concat(Stream.of(greetings), OF_BOTH.stream()).toList();
        all.forEach(verb -> verbs.put(verb.name, verb));
        names = all.stream().map(Verb::name).collect(Collectors.joining(" "));
    }

    /** Return the commands of the protocol that the options choose. */
    static SmtpVerbs spokenBy(SmtpOptions options) {
        return options.follows(SmtpPolicy.SPEAK_LMTP) ? OF_LMTP : OF_SMTP;
    }

    /** Return whether there is a command of that verb in capitals, in SMTP or LMTP. */
    static boolean areKnown(String verb) {
        return OF_SMTP.verbs.containsKey(verb) || OF_LMTP.verbs.containsKey(verb);
    }

    /** Return the command of a verb in capitals; an unknown verb has one that refuses. */
    SmtpCommand command(String verb) {
        Verb known = verbs.get(verb);
        return known == null ? SmtpVerbs::unknown : known.command;
    }

    /** Refuse a command that takes no argument but got one. */
    static void requireNoArgument(String verb, String argument) throws SmtpRefusedException {
        if (!argument.isEmpty()) {
            throw new SmtpRefusedException(501, "5.5.4", verb + " takes no argument");
        }
    }

    /** Refuse a command of a service extension that is not on offer. */
    static void requireOffered(SmtpSession session, String extension) throws SmtpRefusedException {
        if (!session.offers(extension)) {
            throw notOffered(extension);
        }
    }

    /** Return the refusal of a command that is not on offer. */
    static SmtpRefusedException notOffered(String extension) {
        return new SmtpRefusedException(502, "5.5.1", extension + " is not offered");
    }

    private static SmtpReply unknown(SmtpSession session, String argument) {
        return SmtpReply.of(500, "5.5.2", "Command not recognized");
    }

    private static SmtpReply reset(SmtpSession session, String argument) throws SmtpRefusedException {
        requireNoArgument("RSET", argument);
        session.endTransaction();
        return OK;
    }

    private static SmtpReply verify(SmtpSession session, String argument) throws SmtpRefusedException {
        if (argument.isEmpty()) {
            throw new SmtpRefusedException(501, "5.5.4", "Syntax: VRFY address");
        }
        return SmtpReply.of(252, "2.5.2", "Cannot verify, but will accept mail for it");
    }

    private static SmtpReply help(SmtpSession session, String argument) throws SmtpRefusedException {
        SmtpVerbs spoken = spokenBy(session.options());
        if (argument.isEmpty()) {
            return SmtpReply.of(214, "2.0.0", spoken.names);
        }
        Verb verb = spoken.verbs.get(argument.toUpperCase(Locale.ROOT));
        if (verb == null) {
            throw new SmtpRefusedException(504, "5.5.4", "There is no help on that; send HELP");
        }
        return SmtpReply.of(214, "2.0.0", "Syntax: " + (verb.name + " " + verb.syntax).strip());
    }

    private static SmtpReply quit(SmtpSession session, String argument) throws SmtpRefusedException {
        requireNoArgument("QUIT", argument);
        session.close();
        return SmtpReply.of(221, "2.0.0", session.options().name() + " closing connection");
    }

    /**
     * A command.
     *
     * @param name the verb in capitals
     * @param syntax what follows it
     * @param command what it does
     */
    private record Verb(String name, String syntax, SmtpCommand command) {}
}
