package io.github.postfixture.mail.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The {@code AUTH} command (RFC 4954) with the mechanisms {@code PLAIN} (RFC 4616) and {@code LOGIN}. */
final class Authentication {

    private Authentication() {}

    static SmtpReply auth(SmtpSession session, String argument) throws RefusedException, IOException {
        checkState(session);
        String[] words = argument.split("\\s+", 2);
        String initial = words.length == 2 ? words[1] : "";
        return switch (words[0].toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> plain(session, initial);
            case "LOGIN" -> login(session, initial);
            case "" -> throw new RefusedException(501, "5.5.4", "Syntax: AUTH mechanism");
            default -> throw new RefusedException(504, "5.5.4", "Mechanism must be PLAIN or LOGIN");
        };
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
    }

    private static SmtpReply plain(SmtpSession session, String initial) throws RefusedException, IOException {
        String[] parts = answer(session, "", initial).split("\0", -1);
        if (parts.length != 3) {
            throw new RefusedException(501, "5.5.2", "PLAIN must be: authorization NUL identity NUL password");
        }
        return check(session, parts[1], parts[2]);
    }

    private static SmtpReply login(SmtpSession session, String initial) throws RefusedException, IOException {
        String identity = answer(session, "Username:", initial);
        String password = answer(session, "Password:", "");
        return check(session, identity, password);
    }

    private static SmtpReply check(SmtpSession session, String identity, String password) throws RefusedException {
        if (!session.host().authenticate(identity, password)) {
            throw new RefusedException(535, "5.7.8", "Authentication failed for " + printable(identity));
        }
        session.authenticated(identity);
        return SmtpReply.of(235, "2.7.0", "Authentication successful");
    }

    /** Return what the client answers to a challenge, or what it sent ahead. */
    private static String answer(SmtpSession session, String challenge, String initial)
            throws RefusedException, IOException {
        String line = initial.isEmpty() ? session.challenge(encode(challenge)) : initial;
        if (line.equals("*")) {
            throw new RefusedException(501, "5.7.0", "Authentication cancelled");
        }
        return line.equals("=") ? "" : decode(line);
    }

    private static String encode(String challenge) {
        return Base64.getEncoder().encodeToString(challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decode(String line) throws RefusedException {
        try {
            return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(501, "5.5.2", "Answer is not base64");
        }
    }

    private static String printable(String identity) {
        return identity.replaceAll("\\p{Cntrl}", "?");
    }
}
