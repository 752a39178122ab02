package io.github.postfixture.web.site;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Asks for a name and a password below a path (RFC 7617). */
record BasicAuthentication(String path, String realm, Map<String, String> passwords, SiteHandler inner)
        implements SiteHandler {

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        return request.isBelow(path) && !isKnown(request) ? Optional.of(challenge(request)) : inner.respond(request);
    }

    private SiteResponse challenge(SiteRequest request) {
        return request.error(401).with("WWW-Authenticate", "Basic realm=\"" + realm + "\"");
    }

    private boolean isKnown(SiteRequest request) {
        return request.header("Authorization")
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
