package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.protocol.SmtpPolicy;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.sasl.SaslMechanism;
import io.github.postfixture.mail.sasl.SaslRefusal;
import java.io.IOException;

/** The {@code AUTH} command (RFC 4954). */
final class Authentication {

    private Authentication() {}

    /** Return the line of the reply to {@code EHLO}. */
    static String offer(SmtpSession session) {
        return "AUTH " + SaslMechanism.offeredBy(session.host().accounts());
    }

    /** Return whether a client may authenticate now. */
    static boolean isPossible(SmtpSession session) {
        SmtpOptions options = session.options();
        return isOffered(session)
                && (session.wire().isEncrypted() || !options.follows(SmtpPolicy.REQUIRE_TLS_FOR_AUTHENTICATION));
    }

    static SmtpReply auth(SmtpSession session, String argument) throws SmtpRefusedException, IOException {
        if (!isOffered(session)) {
            throw SmtpVerbs.notOffered("AUTH");
        }
        checkState(session);
        String[] words = argument.split("\\s+", 2);
        if (words[0].isEmpty()) {
            throw new SmtpRefusedException(501, "5.5.4", "Syntax: AUTH mechanism");
        }
        return authenticate(session, words[0], words.length == 2 ? words[1] : "");
    }

    private static SmtpReply authenticate(SmtpSession session, String mechanism, String initial)
            throws SmtpRefusedException, IOException {
        SaslAccounts accounts = session.host().accounts();
        try {
            session.authenticated(
                    SaslMechanism.authenticate(mechanism, initial, accounts, challenge -> ask(session, challenge)));
        } catch (SaslRefusal e) {
            throw translated(e);
        }
        return SmtpReply.of(235, "2.7.0", "Authentication successful");
    }

    private static String ask(SmtpSession session, String challenge) throws SaslRefusal, IOException {
        try {
            String answer = session.wire().ask(challenge);
            if (!answer.equals("*")) {
                session.secretSent();
            }
            return answer;
        } catch (SmtpRefusedException e) {
            throw new SaslRefusal(
                    SaslRefusal.Reason.MALFORMED, e.reply().lines().get(0));
        }
    }

    private static SmtpRefusedException translated(SaslRefusal refusal) {
        String text = refusal.text();
        return switch (refusal.reason()) {
            case NO_SUCH_MECHANISM -> new SmtpRefusedException(504, "5.5.4", text);
            case MALFORMED -> new SmtpRefusedException(501, "5.5.2", text);
            case CANCELLED -> new SmtpRefusedException(501, "5.7.0", text);
            case WRONG, NOT_AUTHORIZED -> new SmtpRefusedException(535, "5.7.8", text);
        };
    }

    private static boolean isOffered(SmtpSession session) {
        return session.options().offers("AUTH")
                && !session.host().accounts().mechanisms().isEmpty();
    }

    private static void checkState(SmtpSession session) throws SmtpRefusedException {
        if (!session.client().hasGreeted()) {
            throw new SmtpRefusedException(
                    503,
                    "5.5.1",
                    "Send " + (session.options().follows(SmtpPolicy.SPEAK_LMTP) ? "LHLO" : "EHLO") + " first");
        }
        if (session.client().identity().isPresent()) {
            throw new SmtpRefusedException(503, "5.5.1", "Authenticated already");
        }
        if (session.transaction().isPresent()) {
            throw new SmtpRefusedException(503, "5.5.1", "AUTH is not allowed in a transaction");
        }
        if (!isPossible(session)) {
            throw new SmtpRefusedException(
                    538, "5.7.11", "Encryption required for authentication; send STARTTLS first");
        }
    }
}
