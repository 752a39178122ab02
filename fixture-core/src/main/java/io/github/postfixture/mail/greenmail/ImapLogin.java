package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapSessionState;
import com.icegreen.greenmail.imap.ProtocolException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The commands {@code LOGIN} and {@code AUTHENTICATE} (RFC 3501 section 6.2, RFC 4959). */
final class ImapLogin {

    private static final String USERNAME = "VXNlcm5hbWU6";
    private static final String PASSWORD = "UGFzc3dvcmQ6";

    private ImapLogin() {}

    static void login(ImapDialogue dialogue, ImapRequest request) throws ProtocolException {
        if (requireNoLogin(dialogue, request)) {
            ImapArguments arguments = new ImapArguments(request);
            Credentials credentials = new Credentials(arguments.text(), arguments.text());
            arguments.end();
            finish(dialogue, request, Optional.of(credentials));
        }
    }

    static void authenticate(ImapDialogue dialogue, ImapRequest request) throws IOException {
        if (!requireNoLogin(dialogue, request)) {
            return;
        }
        String[] words = request.arguments().strip().split(" +", 2);
        String initial = words.length == 2 ? words[1] : "";
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> finish(dialogue, request, Credentials.plain(answer(dialogue, "", initial)));
            case "LOGIN" -> finish(dialogue, request, byLogin(dialogue, initial));
            default -> dialogue.turns().say(request.tag() + " NO [CANNOT] Mechanism must be PLAIN or LOGIN");
        }
    }

    private static Optional<Credentials> byLogin(ImapDialogue dialogue, String initial) throws IOException {
        Optional<String> login = Credentials.decoded(answer(dialogue, USERNAME, initial));
        if (login.isEmpty()) {
            return Optional.empty();
        }
        return Credentials.decoded(answer(dialogue, PASSWORD, ""))
                .map(password -> new Credentials(login.get(), password));
    }

    /** Return what the client answers to a challenge, or what it sent ahead. */
    private static String answer(ImapDialogue dialogue, String challenge, String initial) throws IOException {
        if (!initial.isEmpty()) {
            return initial.equals("=") ? "" : initial;
        }
        dialogue.turns().say("+ " + challenge);
        return dialogue.turns().readLine().orElse("*");
    }

    private static void finish(ImapDialogue dialogue, ImapRequest request, Optional<Credentials> credentials) {
        if (credentials.isEmpty()) {
            dialogue.reporter().report("AUTHENTICATE cancelled or malformed");
            dialogue.turns().say(request.tag() + " BAD Authentication cancelled or malformed");
        } else if (dialogue.login(credentials.get())) {
            dialogue.turns()
                    .say(request.tag() + " OK [CAPABILITY " + ImapCommands.capabilities(dialogue) + "] Logged in");
        } else {
            dialogue.turns().say(request.tag() + " NO [AUTHENTICATIONFAILED] Wrong password for " + credentials.get());
        }
    }

    private static boolean requireNoLogin(ImapDialogue dialogue, ImapRequest request) {
        boolean allowed = dialogue.session().getState() == ImapSessionState.NON_AUTHENTICATED;
        if (!allowed) {
            dialogue.turns().say(request.tag() + " BAD Logged in already");
        }
        return allowed;
    }
}
