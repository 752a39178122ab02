package io.github.postfixture.mail.sasl;

import io.github.postfixture.mail.sasl.SaslRefusal.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The mechanisms that show a bearer token. */
final class Tokens {

    private static final String XOAUTH2_ERROR = "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}";
    private static final String OAUTHBEARER_ERROR = "{\"status\":\"invalid_token\",\"scope\":\"mail\"}";

    private Tokens() {}

    static String xoauth2(SaslExchange exchange) throws SaslRefusal, IOException {
        String[] fields = exchange.answer("").split("\1", -1);
        Optional<String> identity = valueOf("user=", fields);
        Optional<String> token = valueOf("auth=Bearer ", fields);
        if (identity.isEmpty() || token.isEmpty()) {
            throw SaslExchange.malformed("user=identity ^A auth=Bearer token ^A ^A");
        }
        return check(exchange, identity.get(), token.get(), XOAUTH2_ERROR);
    }

    /** Authenticate by RFC 7628. */
    static String oauthBearer(SaslExchange exchange) throws SaslRefusal, IOException {
        String[] fields = exchange.answer("").split("\1", -1);
        String[] header = fields[0].split(",", -1);
        Optional<String> identity = header.length == 3 ? valueOf("a=", header[1]) : Optional.empty();
        Optional<String> token = valueOf("auth=Bearer ", fields);
        if (identity.isEmpty() || token.isEmpty()) {
            throw SaslExchange.malformed("n,a=identity, ^A auth=Bearer token ^A ^A");
        }
        String name = identity.get().replace("=2C", ",").replace("=3D", "=");
        return check(exchange, name, token.get(), OAUTHBEARER_ERROR);
    }

    /** Return what follows the key in the field that begins with it, in any case. */
    private static Optional<String> valueOf(String key, String... fields) {
        return Arrays.stream(fields)
                .filter(field -> field.regionMatches(true, 0, key, 0, key.length()))
                .map(field -> field.substring(key.length()))
                .findFirst();
    }

    /** Tell the client in the form of the mechanism what is wrong with its token; it answers, and is refused. */
    private static String check(SaslExchange exchange, String identity, String token, String error)
            throws SaslRefusal, IOException {
        TokenVerdict verdict = exchange.accounts().token(identity, token);
        if (verdict == TokenVerdict.VALID) {
            return identity;
        }
        exchange.answer(error);
        throw new SaslRefusal(
                Reason.WRONG,
                (verdict == TokenVerdict.EXPIRED ? "Token has expired for " : "Token is unknown for ") + identity);
    }
}
