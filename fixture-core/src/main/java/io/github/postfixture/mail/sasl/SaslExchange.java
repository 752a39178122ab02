package io.github.postfixture.mail.sasl;

import io.github.postfixture.mail.sasl.SaslRefusal.Reason;
import io.github.postfixture.mime.AddressSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The challenges and answers of one login. */
final class SaslExchange {

    private final SaslAccounts accounts;
    private final SaslDialogue dialogue;
    private String initial;

    SaslExchange(SaslAccounts accounts, SaslDialogue dialogue, String initial) {
        this.accounts = accounts;
        this.dialogue = dialogue;
        this.initial = initial;
    }

    SaslAccounts accounts() {
        return accounts;
    }

    /** Return what the client answers to a challenge, or what it sent ahead instead of waiting for the first. */
    String answer(String challenge) throws SaslRefusal, IOException {
        String line = initial.isEmpty() ? dialogue.ask(encode(challenge)) : initial;
        initial = "";
        if (line.equals("*")) {
            throw new SaslRefusal(Reason.CANCELLED, "Authentication cancelled");
        }
        return line.equals("=") ? "" : decode(line);
    }

    /** Return what the client answers to a challenge that it must have seen. */
    String answerTo(String challenge) throws SaslRefusal, IOException {
        if (!initial.isEmpty()) {
            throw new SaslRefusal(Reason.MALFORMED, "This mechanism has no initial response");
        }
        return answer(challenge);
    }

    static SaslRefusal malformed(String form) {
        return new SaslRefusal(Reason.MALFORMED, "Answer must be: " + form);
    }

    /** Return the identity, which may act for nobody else; an empty authorization identity is its own. */
    String requireOwn(String identity, String authorization) throws SaslRefusal {
        if (!authorization.isEmpty()
                && !AddressSpec.isSame(accounts.address(authorization), accounts.address(identity))) {
            throw new SaslRefusal(Reason.NOT_AUTHORIZED, identity + " may not act for " + authorization);
        }
        return identity;
    }

    private static String encode(String challenge) {
        return Base64.getEncoder().encodeToString(challenge.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String line) throws SaslRefusal {
        try {
            return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SaslRefusal(Reason.MALFORMED, "Answer is not base64");
        }
    }
}
