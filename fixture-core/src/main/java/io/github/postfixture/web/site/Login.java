package io.github.postfixture.web.site;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Asks for a name and a password below a path (RFC 7617). */
record Login(String path, String realm, Map<String, String> passwords, Responder inner) implements Responder {

    @Override
    public Optional<Served> respond(Ask ask) {
        return ask.isBelow(path) && !isKnown(ask) ? Optional.of(challenge(ask)) : inner.respond(ask);
    }

    private Served challenge(Ask ask) {
        return ask.error(401).with("WWW-Authenticate", "Basic realm=\"" + realm + "\"");
    }

    private boolean isKnown(Ask ask) {
        return ask.header("Authorization")
                .filter(credentials -> credentials.regionMatches(true, 0, "Basic ", 0, 6))
                .map(credentials -> decode(credentials.substring(6).strip()))
                .filter(pair -> passwords.entrySet().stream()
                        .anyMatch(known -> pair.equals(known.getKey() + ":" + known.getValue())))
                .isPresent();
    }

    private static String decode(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
