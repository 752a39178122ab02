package io.github.postfixture.mail.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The mechanisms on offer. */
final class SaslMechanisms {

    private static final List<String> NAMES = List.of("PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2", "OAUTHBEARER");
    private static final Map<String, SaslMechanism> MECHANISMS = Map.of(
            "PLAIN", SaslMechanisms::plain,
            "LOGIN", SaslMechanisms::login,
            "CRAM-MD5", SaslMechanisms::cramMd5,
            "XOAUTH2", SaslMechanisms::xoauth2,
            "OAUTHBEARER", SaslMechanisms::oauthBearer);

    private static final Pattern XOAUTH2 = Pattern.compile("user=([^\\x01]*)\\x01auth=Bearer ([^\\x01]*)\\x01\\x01");
    private static final Pattern OAUTHBEARER = Pattern.compile(
            "n,(?:a=([^,\\x01]*))?,(?:\\x01[^\\x01]*)*?\\x01auth=Bearer ([^\\x01]*)(?:\\x01[^\\x01]*)*");

    private SaslMechanisms() {}

    /** Return their names, the most common first. */
    static List<String> names() {
        return NAMES;
    }

    /** Return the mechanism of that name, in capitals. */
    static Optional<SaslMechanism> find(String name) {
        return Optional.ofNullable(MECHANISMS.get(name));
    }

    /** Authenticate by RFC 4616. */
    private static String plain(SaslExchange exchange) throws RefusedException, IOException {
        String[] parts = exchange.answer("").split("\0", -1);
        if (parts.length != 3) {
            throw SaslExchange.malformed("authorization NUL identity NUL password");
        }
        return checkPassword(exchange, parts[1], parts[2]);
    }

    private static String login(SaslExchange exchange) throws RefusedException, IOException {
        String identity = exchange.answer("Username:");
        return checkPassword(exchange, identity, exchange.answer("Password:"));
    }

    /** Authenticate by RFC 2195. */
    private static String cramMd5(SaslExchange exchange) throws RefusedException, IOException {
        String challenge =
                "<" + UUID.randomUUID() + "@" + exchange.host().rules().name() + ">";
        String answer = exchange.answerTo(challenge);
        int space = answer.lastIndexOf(' ');
        if (space < 1) {
            throw SaslExchange.malformed("identity SP digest");
        }
        String identity = answer.substring(0, space);
        String digest = answer.substring(space + 1).toLowerCase(Locale.ROOT);
        boolean right = exchange.host()
                .password(identity)
                .map(password -> digest.equals(hmacMd5(password, challenge)))
                .orElse(exchange.host().welcomesStrangers());
        if (!right) {
            throw SaslExchange.failed(identity);
        }
        return identity;
    }

    private static String xoauth2(SaslExchange exchange) throws RefusedException, IOException {
        Matcher matcher = XOAUTH2.matcher(exchange.answer(""));
        if (!matcher.matches()) {
            throw SaslExchange.malformed("user=identity ^A auth=Bearer token ^A ^A");
        }
        String error = "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}";
        return checkToken(exchange, matcher.group(1), matcher.group(2), error);
    }

    /** Authenticate by RFC 7628. */
    private static String oauthBearer(SaslExchange exchange) throws RefusedException, IOException {
        Matcher matcher = OAUTHBEARER.matcher(exchange.answer(""));
        if (!matcher.matches() || matcher.group(1) == null) {
            throw SaslExchange.malformed("n,a=identity, ^A auth=Bearer token ^A ^A");
        }
        String error = "{\"status\":\"invalid_token\",\"scope\":\"mail\"}";
        return checkToken(exchange, matcher.group(1), matcher.group(2), error);
    }

    private static String checkPassword(SaslExchange exchange, String identity, String password)
            throws RefusedException {
        if (!exchange.host().authenticate(identity, password)) {
            throw SaslExchange.failed(identity);
        }
        return identity;
    }

    private static String checkToken(SaslExchange exchange, String identity, String token, String error)
            throws RefusedException, IOException {
        TokenVerdict verdict = exchange.host().token(identity, token);
        if (verdict == TokenVerdict.VALID) {
            return identity;
        }
        exchange.answer(error);
        String reason = verdict == TokenVerdict.EXPIRED ? "Token has expired for " : "Token is unknown for ";
        throw new RefusedException(535, "5.7.8", reason + identity.replaceAll("\\p{Cntrl}", "?"));
    }

    private static String hmacMd5(String password, String challenge) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
            return HexFormat.of().formatHex(mac.doFinal(challenge.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-MD5", e);
        }
    }
}
