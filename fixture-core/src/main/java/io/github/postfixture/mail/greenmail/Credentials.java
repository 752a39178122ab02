package io.github.postfixture.mail.greenmail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Who wants in.
 *
 * @param login the name
 * @param password the password
 */
record Credentials(String login, String password) {

    /** Read what a client sends by the mechanism {@code PLAIN} (RFC 4616), in base64. */
    static Optional<Credentials> plain(String base64) {
        String[] parts = decoded(base64).orElse("").split("\0", -1);
        return parts.length == 3 ? Optional.of(new Credentials(parts[1], parts[2])) : Optional.empty();
    }

    static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Return the login in characters that do no harm in a reply. */
    @Override
    public String toString() {
        return login.replaceAll("[^ -~]", "?");
    }
}
