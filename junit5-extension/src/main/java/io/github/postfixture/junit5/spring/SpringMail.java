package io.github.postfixture.junit5.spring;

import io.github.postfixture.Endpoint;
import io.github.postfixture.account.Account;
import io.github.postfixture.junit5.ApplicationServers;
import io.github.postfixture.junit5.ServerDescription;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.tls.CertificateAuthority;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/**
 * The {@code spring.mail.*} of an application whose mail goes to the fixture. It encrypts where its own settings say so
 * and the fixture can; it logs in if the fixture has an account.
 */
final class SpringMail {

    private static final String PREFIX = "spring.mail.";
    private static final String BUNDLE = "postfixture";
    private static final String OLD_TLS = "properties.mail.smtp.socketFactory.class";

    private final ServerDescription description;
    private final ApplicationServers servers;
    private final Environment application;
    private final Map<String, Supplier<String>> properties = new LinkedHashMap<>();

    SpringMail(ServerDescription description, ApplicationServers servers, Environment application) {
        this.description = description;
        this.servers = servers;
        this.application = application;
    }

    /** Return the properties; none if the server takes no mail. */
    Map<String, Supplier<String>> properties() {
        boolean encrypted = speaks(MailProtocol.SMTPS) && (wantsTls() || !speaks(MailProtocol.SMTP));
        if (encrypted || speaks(MailProtocol.SMTP)) {
            describe(encrypted ? MailProtocol.SMTPS : MailProtocol.SMTP);
        }
        return properties;
    }

    private void describe(MailProtocol protocol) {
        Supplier<Endpoint> endpoint = () -> servers.mail().endpoint(protocol);
        properties.put(PREFIX + "host", () -> endpoint.get().host());
        properties.put(PREFIX + "port", () -> String.valueOf(endpoint.get().port()));
        put("protocol", protocol.scheme());
        logIn(protocol);
        encrypt(protocol);
        override("jndi-name", "false");
        override(OLD_TLS, "");
    }

    /** Replace a setting that would lead elsewhere, if the application has it. */
    private void override(String name, String value) {
        if (application.containsProperty(PREFIX + name)) {
            put(name, value);
        }
    }

    private void logIn(MailProtocol protocol) {
        put("username", description.account().map(Account::login).orElse(""));
        put("password", description.account().map(Account::password).orElse(""));
        put(session(protocol, "auth"), String.valueOf(description.account().isPresent()));
    }

    private void encrypt(MailProtocol protocol) {
        boolean upgrade = !protocol.isEncrypted() && description.startTls() && upgrades();
        put("ssl.enabled", String.valueOf(protocol.isEncrypted()));
        put(session(protocol, "ssl.enable"), String.valueOf(protocol.isEncrypted()));
        put(session(protocol, "starttls.enable"), String.valueOf(upgrade));
        put(session(protocol, "starttls.required"), String.valueOf(upgrade));
        if (protocol.isEncrypted() || upgrade) {
            put(session(protocol, "ssl.socketFactory.class"), TrustedSockets.class.getName());
            put("ssl.bundle", BUNDLE);
            properties.put(
                    "spring.ssl.bundle.pem." + BUNDLE + ".truststore.certificate",
                    () -> CertificateAuthority.ofThisJvm().pem());
        }
    }

    /** Return whether the application encrypts from the first byte. */
    private boolean wantsTls() {
        String protocol = setting("protocol").orElse("smtp");
        return protocol.equals("smtps")
                || is("ssl.enabled")
                || is("properties.mail." + protocol + ".ssl.enable")
                || application.containsProperty(PREFIX + OLD_TLS)
                || impliesTls();
    }

    /** Return whether the application has a bundle for TLS, which means TLS unless it says otherwise. */
    private boolean impliesTls() {
        return setting("ssl.bundle").isPresent() && setting("ssl.enabled").isEmpty();
    }

    /** Return whether the application encrypts after STARTTLS. */
    private boolean upgrades() {
        return is(session(MailProtocol.SMTP, "starttls.enable")) || is(session(MailProtocol.SMTP, "starttls.required"));
    }

    private boolean is(String name) {
        return setting(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    private Optional<String> setting(String name) {
        return Overrides.setting(application, PREFIX + name);
    }

    private boolean speaks(MailProtocol protocol) {
        return description.protocols().contains(protocol);
    }

    private static String session(MailProtocol protocol, String name) {
        return "properties.mail." + protocol.scheme() + "." + name;
    }

    private void put(String name, String value) {
        properties.put(PREFIX + name, () -> value);
    }
}
