package io.github.postfixture.mail.smtp;

import java.io.IOException;
import java.util.Locale;

/** The {@code AUTH} command (RFC 4954). */
final class Authentication {

    private Authentication() {}

    /** Return the mechanisms on offer, separated by spaces. */
    static String mechanisms() {
        return String.join(" ", SaslMechanisms.names());
    }

    /** Return whether a client may authenticate now. */
    static boolean isPossible(SmtpSession session) {
        SmtpRules rules = session.rules();
        return rules.offers("AUTH") && (session.isEncrypted() || !rules.authenticationNeedsTls());
    }

    static SmtpReply auth(SmtpSession session, String argument) throws RefusedException, IOException {
        SmtpVerbs.requireOffered(session, "AUTH");
        checkState(session);
        String[] words = argument.split("\\s+", 2);
        if (words[0].isEmpty()) {
            throw new RefusedException(501, "5.5.4", "Syntax: AUTH mechanism");
        }
        String name = words[0].toUpperCase(Locale.ROOT);
        SaslMechanism mechanism = SaslMechanisms.find(name)
                .orElseThrow(() -> new RefusedException(504, "5.5.4", "Mechanism must be one of " + mechanisms()));
        String identity = mechanism.authenticate(new SaslExchange(session, words.length == 2 ? words[1] : ""));
        session.authenticated(identity, name);
        return SmtpReply.of(235, "2.7.0", "Authentication successful");
    }

    private static void checkState(SmtpSession session) throws RefusedException {
        if (!session.isGreeted()) {
            throw new RefusedException(503, "5.5.1", "Send EHLO first");
        }
        if (session.client().identity().isPresent()) {
            throw new RefusedException(503, "5.5.1", "Authenticated already");
        }
        if (session.transaction().isPresent()) {
            throw new RefusedException(503, "5.5.1", "AUTH is not allowed in a transaction");
        }
        if (!isPossible(session)) {
            throw new RefusedException(538, "5.7.11", "Encryption required for authentication; send STARTTLS first");
        }
    }
}
