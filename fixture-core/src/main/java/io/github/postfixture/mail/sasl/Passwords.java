package io.github.postfixture.mail.sasl;

import io.github.postfixture.mail.sasl.SaslRefusal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The mechanisms that show a password, or prove that one is known. */
final class Passwords {

    private Passwords() {}

    /** Authenticate by RFC 4616. */
    static String plain(SaslExchange exchange) throws SaslRefusal, IOException {
        String[] parts = exchange.answer("").split("\0", -1);
        if (parts.length != 3) {
            throw SaslExchange.malformed("authorization NUL identity NUL password");
        }
        String identity = check(parts[1], exchange.accounts().accepts(parts[1], parts[2]));
        return exchange.requireOwn(identity, parts[0]);
    }

    static String login(SaslExchange exchange) throws SaslRefusal, IOException {
        String identity = exchange.answer("Username:");
        return check(identity, exchange.accounts().accepts(identity, exchange.answer("Password:")));
    }

    /** Authenticate by RFC 2195. */
    static String cramMd5(SaslExchange exchange) throws SaslRefusal, IOException {
        String challenge = "<" + UUID.randomUUID() + "@localhost>";
        String answer = exchange.answerTo(challenge);
        int space = answer.lastIndexOf(' ');
        if (space < 1) {
            throw SaslExchange.malformed("identity SP digest");
        }
        String identity = answer.substring(0, space);
        String digest = answer.substring(space + 1).toLowerCase(Locale.ROOT);
        return check(
                identity,
                exchange.accounts()
                        .password(identity)
                        .map(password -> digest.equals(hmacMd5(password, challenge)))
                        .orElse(exchange.accounts().welcomesStrangers()));
    }

    private static String check(String identity, boolean right) throws SaslRefusal {
        if (!right) {
            throw new SaslRefusal(Reason.WRONG, "Authentication failed for " + identity);
        }
        return identity;
    }

    /** Return the key; HMAC fills a short one up with zeros, and Java refuses an empty one. */
    private static SecretKeySpec key(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(Arrays.copyOf(bytes, Math.max(1, bytes.length)), "HmacMD5");
    }

    private static String hmacMd5(String password, String challenge) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(key(password));
            return HexFormat.of().formatHex(mac.doFinal(challenge.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-MD5", e);
        }
    }
}
