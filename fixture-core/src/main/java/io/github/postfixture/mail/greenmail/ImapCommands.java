package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapSessionState;
import java.io.IOException;
import java.util.Map;

/** Who executes which command: GreenMail, unless it lacks the command or answers wrongly. */
final class ImapCommands {

    private static final String GREENMAIL = "IMAP4rev1 LITERAL+ UIDPLUS SORT IDLE MOVE QUOTA";
    private static final String OURS = "SASL-IR AUTH=PLAIN AUTH=LOGIN ID NAMESPACE UNSELECT ENABLE";

    private static final ImapCommand GREENMAILS = new GreenMailCommand();
    private static final Map<String, ImapCommand> OWN = Map.of(
            "CAPABILITY", ImapCommands::capability,
            "ID", ImapCommands::id,
            "NAMESPACE", ImapCommands::namespace,
            "ENABLE", ImapCommands::enable,
            "UNSELECT", ImapCommands::unselect,
            "STARTTLS", ImapCommands::startTls,
            "LOGIN", ImapLogin::login,
            "AUTHENTICATE", ImapLogin::authenticate,
            "APPEND", ImapAppend::execute,
            "IDLE", ImapIdle::execute);

    private ImapCommands() {}

    static ImapCommand find(String name) {
        return OWN.getOrDefault(name, GREENMAILS);
    }

    static String capabilities(ImapDialogue dialogue) {
        return GREENMAIL + " " + OURS + (dialogue.isEncrypted() ? "" : " STARTTLS");
    }

    private static void capability(ImapDialogue dialogue, ImapRequest request) {
        dialogue.turns().say("* CAPABILITY " + capabilities(dialogue));
        complete(dialogue, request);
    }

    private static void id(ImapDialogue dialogue, ImapRequest request) {
        dialogue.turns().say("* ID (\"name\" \"Postfixture\")");
        complete(dialogue, request);
    }

    private static void namespace(ImapDialogue dialogue, ImapRequest request) {
        if (requireLogin(dialogue, request)) {
            dialogue.turns().say("* NAMESPACE ((\"\" \".\")) NIL NIL");
            complete(dialogue, request);
        }
    }

    private static void enable(ImapDialogue dialogue, ImapRequest request) {
        if (requireLogin(dialogue, request)) {
            dialogue.turns().say("* ENABLED");
            complete(dialogue, request);
        }
    }

    private static void unselect(ImapDialogue dialogue, ImapRequest request) {
        if (requireFolder(dialogue, request)) {
            dialogue.account().alone(dialogue.session()::deselect);
            complete(dialogue, request);
        }
    }

    private static void startTls(ImapDialogue dialogue, ImapRequest request) throws IOException {
        if (dialogue.isEncrypted()) {
            dialogue.turns().say(request.tag() + " BAD TLS is active already");
            return;
        }
        dialogue.turns().say(request.tag() + " OK Begin TLS negotiation now");
        dialogue.startTls();
    }

    static boolean requireLogin(ImapDialogue dialogue, ImapRequest request) {
        boolean allowed = dialogue.session().getState() != ImapSessionState.NON_AUTHENTICATED;
        if (!allowed) {
            dialogue.turns().say(request.tag() + " BAD " + request.name() + " needs a login");
        }
        return allowed;
    }

    static boolean requireFolder(ImapDialogue dialogue, ImapRequest request) {
        boolean allowed = dialogue.session().getState() == ImapSessionState.SELECTED;
        if (!allowed) {
            dialogue.turns().say(request.tag() + " BAD " + request.name() + " needs a selected mailbox");
        }
        return allowed;
    }

    static void complete(ImapDialogue dialogue, ImapRequest request) {
        dialogue.turns().say(request.tag() + " OK " + request.name() + " completed");
    }
}
