package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.sasl.SaslIdentity;
import io.github.postfixture.mail.sasl.SaslMechanism;
import io.github.postfixture.mail.sasl.SaslRefusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How a client says who it is (RFC 3501 section 6.2, RFC 4959). */
final class ImapLoginCommands {

    private ImapLoginCommands() {}

    static boolean isPossible(ImapSession session) {
        return session.isEncrypted() || !session.host().rules().loginNeedsTls();
    }

    static boolean isEncryptionPossible(ImapSession session) {
        return session.host().rules().startTls() && !session.isEncrypted();
    }

    static String startTls(ImapSession session, ImapRequest request) throws BadSyntaxException {
        request.arguments().end();
        if (!isEncryptionPossible(session)) {
            throw new BadSyntaxException(session.isEncrypted() ? "TLS is active already" : "Unknown command");
        }
        session.encryptAfterReply();
        return "Begin TLS negotiation now";
    }

    static String login(ImapSession session, ImapRequest request) throws BadSyntaxException, ImapRefusedException {
        Arguments arguments = request.arguments();
        String name = utf8(arguments.string());
        arguments.take(' ');
        String password = utf8(arguments.string());
        arguments.end();
        requirePossible(session);
        if (!session.host().accounts().accepts(name, password)) {
            throw new ImapRefusedException(
                    "[AUTHENTICATIONFAILED] Wrong password for " + name.replaceAll("[^ -~]", "?"));
        }
        return enter(session, name);
    }

    static String authenticate(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        Arguments arguments = request.arguments();
        String mechanism = arguments.atom();
        String initial = arguments.skip(' ') ? arguments.string() : "";
        arguments.end();
        requirePossible(session);
        try {
            SaslIdentity identity = SaslMechanism.authenticate(
                    mechanism, initial, session.host().accounts(), challenge -> ask(session, challenge));
            return enter(session, identity.name());
        } catch (SaslRefusal e) {
            throw translated(e);
        }
    }

    private static String ask(ImapSession session, String challenge) throws IOException {
        session.output().line("+ " + challenge);
        return session.input().readSecret().orElse("*");
    }

    private static ImapRefusedException translated(SaslRefusal refusal) throws BadSyntaxException {
        return switch (refusal.reason()) {
            case NO_SUCH_MECHANISM -> new ImapRefusedException("[CANNOT] " + refusal.getMessage());
            case WRONG -> new ImapRefusedException("[AUTHENTICATIONFAILED] " + refusal.getMessage());
            case NOT_AUTHORIZED -> new ImapRefusedException("[AUTHORIZATIONFAILED] " + refusal.getMessage());
            case MALFORMED, CANCELLED -> throw new BadSyntaxException(String.valueOf(refusal.getMessage()));
        };
    }

    private static String enter(ImapSession session, String name) {
        SaslAccounts accounts = session.host().accounts();
        session.login(session.host().store().open(accounts.address(name)));
        session.host().report("login as " + name.replaceAll("[^ -~]", "?") + accounts.loggedIn(name));
        return "Logged in";
    }

    private static void requirePossible(ImapSession session) throws ImapRefusedException {
        if (!isPossible(session)) {
            throw new ImapRefusedException("[PRIVACYREQUIRED] Send STARTTLS first");
        }
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
