package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapSessionState;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands that GreenMail lacks, or answers wrongly. */
final class ImapCommands {

    private static final String GREENMAIL = "IMAP4rev1 LITERAL+ UIDPLUS SORT IDLE MOVE QUOTA";
    private static final String OURS = "SASL-IR AUTH=PLAIN AUTH=LOGIN ID NAMESPACE UNSELECT ENABLE";

    private static final Map<String, ImapCommand> COMMANDS = Map.of(
            "CAPABILITY", ImapCommands::capability,
            "ID", ImapCommands::id,
            "NAMESPACE", ImapCommands::namespace,
            "ENABLE", ImapCommands::enable,
            "UNSELECT", ImapCommands::unselect,
            "STARTTLS", ImapCommands::startTls,
            "AUTHENTICATE", ImapCommands::authenticate,
            "APPEND", ImapAppend::execute);

    private ImapCommands() {}

    static Optional<ImapCommand> find(String name) {
        return Optional.ofNullable(COMMANDS.get(name));
    }

    static String capabilities(ImapDialogue dialogue) {
        return GREENMAIL + " " + OURS + (dialogue.isEncrypted() ? "" : " STARTTLS");
    }

    private static void capability(ImapDialogue dialogue, ImapLine line) throws IOException {
        dialogue.turns().say("* CAPABILITY " + capabilities(dialogue));
        complete(dialogue, line);
    }

    private static void id(ImapDialogue dialogue, ImapLine line) throws IOException {
        dialogue.turns().say("* ID (\"name\" \"Postfixture\")");
        complete(dialogue, line);
    }

    private static void namespace(ImapDialogue dialogue, ImapLine line) throws IOException {
        if (requireLogin(dialogue, line)) {
            dialogue.turns().say("* NAMESPACE ((\"\" \".\")) NIL NIL");
            complete(dialogue, line);
        }
    }

    private static void enable(ImapDialogue dialogue, ImapLine line) throws IOException {
        if (requireLogin(dialogue, line)) {
            dialogue.turns().say("* ENABLED");
            complete(dialogue, line);
        }
    }

    private static void unselect(ImapDialogue dialogue, ImapLine line) throws IOException {
        if (dialogue.session().getState() != ImapSessionState.SELECTED) {
            dialogue.turns().say(line.tag() + " BAD UNSELECT needs a selected mailbox");
            return;
        }
        dialogue.session().deselect();
        complete(dialogue, line);
    }

    private static void startTls(ImapDialogue dialogue, ImapLine line) throws IOException {
        if (dialogue.isEncrypted()) {
            dialogue.turns().say(line.tag() + " BAD TLS is active already");
            return;
        }
        dialogue.turns().say(line.tag() + " OK Begin TLS negotiation now");
        dialogue.startTls();
    }

    private static void authenticate(ImapDialogue dialogue, ImapLine line) throws IOException {
        if (dialogue.session().getState() != ImapSessionState.NON_AUTHENTICATED) {
            dialogue.turns().say(line.tag() + " BAD Authenticated already");
            return;
        }
        String[] words = line.arguments().split(" ", 2);
        String initial = words.length == 2 ? words[1] : "";
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> finish(dialogue, line, Credentials.plain(answer(dialogue, "", initial)));
            case "LOGIN" -> finish(dialogue, line, loginByLogin(dialogue, initial));
            default -> dialogue.turns().say(line.tag() + " NO [CANNOT] Mechanism must be PLAIN or LOGIN");
        }
    }

    private static Optional<Credentials> loginByLogin(ImapDialogue dialogue, String initial) throws IOException {
        Optional<String> login = Credentials.decoded(answer(dialogue, "VXNlcm5hbWU6", initial));
        Optional<String> password = Credentials.decoded(answer(dialogue, "UGFzc3dvcmQ6", ""));
        return login.flatMap(name -> password.map(secret -> new Credentials(name, secret)));
    }

    private static void finish(ImapDialogue dialogue, ImapLine line, Optional<Credentials> credentials)
            throws IOException {
        if (credentials.isEmpty()) {
            dialogue.turns().say(line.tag() + " BAD Authentication cancelled or malformed");
        } else if (dialogue.login(credentials.get())) {
            dialogue.turns().say(line.tag() + " OK [CAPABILITY " + capabilities(dialogue) + "] Logged in");
        } else {
            dialogue.turns().say(line.tag() + " NO [AUTHENTICATIONFAILED] Wrong password for " + credentials.get());
        }
    }

    /** Return what the client answers to a challenge, or what it sent ahead. */
    private static String answer(ImapDialogue dialogue, String challenge, String initial) throws IOException {
        if (!initial.isEmpty()) {
            return initial.equals("=") ? "" : initial;
        }
        dialogue.turns().say("+ " + challenge);
        return dialogue.turns().readLine().orElse("*");
    }

    private static boolean requireLogin(ImapDialogue dialogue, ImapLine line) throws IOException {
        boolean allowed = dialogue.session().getState() != ImapSessionState.NON_AUTHENTICATED;
        if (!allowed) {
            dialogue.turns().say(line.tag() + " BAD " + line.name() + " needs a login");
        }
        return allowed;
    }

    private static void complete(ImapDialogue dialogue, ImapLine line) throws IOException {
        dialogue.turns().say(line.tag() + " OK " + line.name() + " completed");
    }
}
