package io.github.postfixture.mail.sasl;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** The ways to say who one is that a {@code MailServer} knows. */
public enum SaslMechanism {
    /** Name and password in one line (RFC 4616). */
    PLAIN("PLAIN"),
    /** Name and password, asked for one after the other; nowhere defined, and everywhere used. */
    LOGIN("LOGIN"),
    /** A digest of the password and a challenge (RFC 2195). */
    CRAM_MD5("CRAM-MD5"),
    /** A bearer token in the form that Google and Microsoft use. */
    XOAUTH2("XOAUTH2"),
    /** A bearer token (RFC 7628). */
    OAUTHBEARER("OAUTHBEARER");

    private final String keyword;

    SaslMechanism(String keyword) {
        this.keyword = keyword;
    }

    /** Return the name on the wire, such as {@code CRAM-MD5}. */
    public String keyword() {
        return keyword;
    }

    /**
     * Return the mechanisms that the accounts offer, separated by spaces.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static String offeredBy(SaslAccounts accounts) {
        return accounts.mechanisms().stream().map(SaslMechanism::keyword).collect(Collectors.joining(" "));
    }

    /** Return all mechanisms, the most common first. */
    public static List<SaslMechanism> all() {
        return Arrays.asList(values());
    }

    /**
     * Let a client say who it is, by the mechanism that it names.
     *
     * @param name the mechanism, in any case
     * @param initial what the client sent with it, in base64 (RFC 4959, RFC 4954, RFC 5034); {@code =} for an empty
     *     response, empty for none
     * @throws SaslRefusal if it has not proved it
     * @throws IOException if the connection is lost
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static SaslIdentity authenticate(String name, String initial, SaslAccounts accounts, SaslDialogue dialogue)
            throws SaslRefusal, IOException {
        SaslMechanism mechanism = accounts.mechanisms().stream()
                .filter(offered -> offered.keyword.equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new SaslRefusal(
                        SaslRefusal.Reason.NO_SUCH_MECHANISM, "Mechanism must be one of " + offeredBy(accounts)));
        return new SaslIdentity(mechanism.identify(new SaslExchange(accounts, dialogue, initial)), mechanism);
    }

    private String identify(SaslExchange exchange) throws SaslRefusal, IOException {
        return switch (this) {
            case PLAIN -> Passwords.plain(exchange);
            case LOGIN -> Passwords.login(exchange);
            case CRAM_MD5 -> Passwords.cramMd5(exchange);
            case XOAUTH2 -> Tokens.xoauth2(exchange);
            case OAUTHBEARER -> Tokens.oauthBearer(exchange);
        };
    }
}
