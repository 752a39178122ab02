package io.github.postfixture.mail.pop3;

import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.sasl.SaslMechanism;
import io.github.postfixture.mail.sasl.SaslRefusal;
import io.github.postfixture.mail.sasl.SaslRefusal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The commands before a login: USER, PASS and APOP (RFC 1939), STLS (RFC 2595), AUTH (RFC 5034), UTF8 (RFC 6856). */
final class Pop3LoginCommands {

    private static final Set<Reason> OF_CREDENTIALS = Set.of(Reason.WRONG, Reason.NOT_AUTHORIZED);

    private Pop3LoginCommands() {}

    static Pop3Reply user(Pop3Session session, String argument) throws Pop3Refusal {
        requireLoginAllowed(session);
        Pop3Refusal.unless(!argument.isBlank(), "Syntax: USER name");
        session.user(argument.strip());
        return Pop3Reply.of("Send PASS");
    }

    static Pop3Reply pass(Pop3Session session, String argument) throws Pop3Refusal {
        String name = session.user();
        Pop3Refusal.unless(!name.isEmpty(), "Send USER first");
        session.user("");
        return enter(session, name, "USER", session.host().accounts().accepts(name, argument));
    }

    static Pop3Reply apop(Pop3Session session, String argument) throws Pop3Refusal {
        requireLoginAllowed(session);
        int space = argument.lastIndexOf(' ');
        Pop3Refusal.unless(space > 0, "Syntax: APOP name digest");
        String name = argument.substring(0, space).strip();
        String digest = argument.substring(space + 1).toLowerCase(Locale.ROOT);
        SaslAccounts accounts = session.host().accounts();
        boolean right = accounts.password(name)
                .map(password -> digest.equals(md5(session.timestamp() + password)))
                .orElse(accounts.welcomesStrangers());
        return enter(session, name, "APOP", right);
    }

    static Pop3Reply auth(Pop3Session session, String argument) throws Pop3Refusal, IOException {
        requireLoginAllowed(session);
        SaslAccounts accounts = session.host().accounts();
        if (argument.isBlank()) {
            List<String> keywords =
                    accounts.mechanisms().stream().map(SaslMechanism::keyword).toList();
            return Pop3Reply.listing("Mechanisms", keywords);
        }
        String[] words = argument.strip().split(" +", 2);
        String initial = words.length == 2 ? words[1] : "";
        try {
            String name = SaslMechanism.authenticate(words[0], initial, accounts, challenge -> ask(session, challenge))
                    .name();
            return enter(session, name, words[0].toUpperCase(Locale.ROOT), true);
        } catch (SaslRefusal e) {
            throw new Pop3Refusal((OF_CREDENTIALS.contains(e.reason()) ? "[AUTH] " : "") + e.text());
        }
    }

    static Pop3Reply utf8(Pop3Session session, String argument) throws Pop3Refusal {
        Pop3Refusal.unless(argument.isBlank(), "UTF8 takes no argument");
        return Pop3Reply.of("UTF-8 it is");
    }

    static Pop3Reply startTls(Pop3Session session, String argument) throws Pop3Refusal {
        Pop3Refusal.unless(!session.wire().isEncrypted(), "TLS is active already");
        Pop3Refusal.unless(session.mayEncrypt(), "STLS is not offered");
        session.encryptAfterReply();
        return Pop3Reply.of("Begin TLS negotiation");
    }

    private static String ask(Pop3Session session, String challenge) throws SaslRefusal, IOException {
        session.wire().say("+ " + challenge);
        try {
            return session.wire().readSecret().orElse("*");
        } catch (Pop3Refusal e) {
            throw new SaslRefusal(Reason.MALFORMED, "Answer is too long");
        }
    }

    private static Pop3Reply enter(Pop3Session session, String name, String way, boolean allowed) throws Pop3Refusal {
        Pop3Refusal.unless(allowed, "[AUTH] Authentication failed for " + name);
        session.enter(name, way);
        return Pop3Reply.of("Logged in");
    }

    private static void requireLoginAllowed(Pop3Session session) throws Pop3Refusal {
        Pop3Refusal.unless(session.mayLogIn(), "[AUTH] Encryption required for a login; send STLS first");
    }

    private static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no MD5", e);
        }
    }
}
