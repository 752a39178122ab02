package io.github.postfixture.mail.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The challenges and answers of one {@code AUTH} command, in base64 on the wire (RFC 4954 section 4). */
final class SaslExchange {

    private final SmtpSession session;
    private String initial;

    SaslExchange(SmtpSession session, String initial) {
        this.session = session;
        this.initial = initial;
    }

    SmtpHost host() {
        return session.host();
    }

    /** Return what the client answers to a challenge, or what it sent ahead instead of waiting for the first. */
    String answer(String challenge) throws RefusedException, IOException {
        String line = initial.isEmpty() ? session.challenge(encode(challenge)) : initial;
        initial = "";
        if (line.equals("*")) {
            throw new RefusedException(501, "5.7.0", "Authentication cancelled");
        }
        return line.equals("=") ? "" : decode(line);
    }

    /** Return what the client answers to a challenge that it must have seen. */
    String answerTo(String challenge) throws RefusedException, IOException {
        if (!initial.isEmpty()) {
            throw new RefusedException(501, "5.7.0", "This mechanism has no initial response");
        }
        return answer(challenge);
    }

    static RefusedException malformed(String form) {
        return new RefusedException(501, "5.5.2", "Answer must be: " + form);
    }

    static RefusedException failed(String identity) {
        return new RefusedException(
                535, "5.7.8", "Authentication failed for " + identity.replaceAll("\\p{Cntrl}", "?"));
    }

    private static String encode(String challenge) {
        return Base64.getEncoder().encodeToString(challenge.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String line) throws RefusedException {
        try {
            return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(501, "5.5.2", "Answer is not base64");
        }
    }
}
