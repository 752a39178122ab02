package io.github.postfixture.mail.pop3;

import io.github.postfixture.mail.sasl.SaslMechanism;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands by their names, and when they may be sent (RFC 1939). */
final class Pop3Commands {

    private static final Map<String, Pop3Command> AT_ANY_TIME = Map.of(
            "CAPA",
            (session, argument) -> Pop3Reply.listing("Capabilities", capabilities(session)),
            "QUIT",
            Pop3Commands::quit);

    private static final Map<String, Pop3Command> BEFORE_LOGIN = and(Map.of(
            "USER", Pop3LoginCommands::user,
            "PASS", Pop3LoginCommands::pass,
            "APOP", Pop3LoginCommands::apop,
            "AUTH", Pop3LoginCommands::auth,
            "UTF8", Pop3LoginCommands::utf8,
            "STLS", Pop3LoginCommands::startTls));

    private static final Map<String, Pop3Command> AFTER_LOGIN = and(Map.of(
            "NOOP", (session, argument) -> Pop3Reply.of(""),
            "STAT", MaildropCommands::stat,
            "LIST", MaildropCommands::list,
            "UIDL", MaildropCommands::uniqueIds,
            "RETR", MaildropCommands::retrieve,
            "TOP", MaildropCommands::top,
            "DELE", MaildropCommands::delete,
            "RSET", MaildropCommands::reset));

    private Pop3Commands() {}

    /** Return whether there is a command of that name in capitals. */
    static boolean areKnown(String name) {
        return BEFORE_LOGIN.containsKey(name) || AFTER_LOGIN.containsKey(name);
    }

    static Set<String> names() {
        Set<String> names = new HashSet<>(BEFORE_LOGIN.keySet());
        names.addAll(AFTER_LOGIN.keySet());
        return names;
    }

    /** Return the command of that name in capitals, which may be sent now. */
    static Pop3Command find(String name, Pop3Session session) throws Pop3Refusal {
        boolean loggedIn = session.maildrop().isPresent();
        boolean offered = session.offers(name);
        Pop3Command command = (loggedIn ? AFTER_LOGIN : BEFORE_LOGIN).get(name);
        if (command != null && offered) {
            return command;
        }
        boolean known = offered && areKnown(name);
        throw new Pop3Refusal(!known ? "Unknown command" : loggedIn ? "Logged in already" : "Log in first");
    }

    /** Return what works at this moment (RFC 2449). */
    private static List<String> capabilities(Pop3Session session) {
        List<String> lines = new ArrayList<>(List.of("TOP", "UIDL", "RESP-CODES", "AUTH-RESP-CODE", "PIPELINING"));
        if (session.mayLogIn()) {
            lines.add("USER");
            lines.add("UTF8 USER");
            if (!session.host().accounts().mechanisms().isEmpty()) {
                lines.add("SASL " + SaslMechanism.offeredBy(session.host().accounts()));
            }
        }
        if (session.mayEncrypt()) {
            lines.add("STLS");
        }
        lines.add("IMPLEMENTATION Postfixture");
        lines.removeIf(line -> !session.offers(line.split(" ", 2)[0]));
        return lines;
    }

    /** Remove what is marked as deleted, if there was a login. */
    private static Pop3Reply quit(Pop3Session session, String argument) {
        session.end();
        session.maildrop().ifPresent(MarkedMaildrop::commit);
        session.maildrop().ifPresent(maildrop -> maildrop.leave(true));
        return Pop3Reply.of("Bye");
    }

    private static Map<String, Pop3Command> and(Map<String, Pop3Command> commands) {
        Map<String, Pop3Command> all = new HashMap<>(AT_ANY_TIME);
        all.putAll(commands);
        return Map.copyOf(all);
    }
}
