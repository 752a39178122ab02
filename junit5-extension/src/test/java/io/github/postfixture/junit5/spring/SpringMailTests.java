package io.github.postfixture.junit5.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.ApplicationServers;
import io.github.postfixture.junit5.ServerDescription;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SpringMailTests {

    private final MockEnvironment application = new MockEnvironment();

    @Test
    void namesTheServerAndLogsNobodyIn() {
        application.setProperty("spring.mail.host", "smtp.example.org");
        application.setProperty("spring.mail.username", "shop");

        assertThat(properties(Plain.class))
                .containsEntry("spring.mail.host", "127.0.0.1")
                .containsEntry("spring.mail.protocol", "smtp")
                .containsEntry("spring.mail.username", "")
                .containsEntry("spring.mail.password", "")
                .containsEntry("spring.mail.properties.mail.smtp.auth", "false")
                .containsEntry("spring.mail.properties.mail.smtp.starttls.required", "false")
                .containsEntry("spring.mail.ssl.enabled", "false")
                .doesNotContainKeys("spring.mail.ssl.bundle", "spring.mail.jndi-name")
                .extractingByKey("spring.mail.port")
                .asString()
                .containsOnlyDigits();
    }

    @Test
    void logsInToTheFirstAccount() {
        assertThat(properties(WithAccounts.class))
                .containsEntry("spring.mail.username", "shop")
                .containsEntry("spring.mail.password", "secret")
                .containsEntry("spring.mail.properties.mail.smtp.auth", "true");
    }

    @Test
    void encryptsAfterStartTlsIfTheApplicationDoes() {
        application.setProperty("spring.mail.properties.mail.smtp.starttls.enable", "true");

        assertThat(properties(Plain.class))
                .containsEntry("spring.mail.properties.mail.smtp.starttls.required", "true")
                .containsEntry("spring.mail.ssl.enabled", "false")
                .containsEntry("spring.mail.ssl.bundle", "postfixture")
                .containsEntry(
                        "spring.mail.properties.mail.smtp.ssl.socketFactory.class", TrustedSockets.class.getName())
                .extractingByKey("spring.ssl.bundle.pem.postfixture.truststore.certificate")
                .asString()
                .startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void doesNotAskAServerForStartTlsThatHasNone() {
        application.setProperty("spring.mail.properties.mail.smtp.starttls.required", "true");

        assertThat(properties(WithoutStartTls.class))
                .containsEntry("spring.mail.properties.mail.smtp.starttls.enable", "false")
                .containsEntry("spring.mail.properties.mail.smtp.starttls.required", "false")
                .doesNotContainKey("spring.mail.ssl.bundle");
    }

    @Test
    void encryptsFromTheFirstByteIfTheApplicationDoes() {
        application.setProperty("spring.mail.protocol", "smtps");

        assertThat(properties(Plain.class))
                .containsEntry("spring.mail.protocol", "smtps")
                .containsEntry("spring.mail.ssl.enabled", "true")
                .containsEntry("spring.mail.properties.mail.smtps.ssl.enable", "true")
                .containsEntry("spring.mail.ssl.bundle", "postfixture");
    }

    @Test
    void knowsTheOldWayToEncryptFromTheFirstByte() {
        application.setProperty(
                "spring.mail.properties.mail.smtp.socketFactory.class", "javax.net.ssl.SSLSocketFactory");

        assertThat(properties(Plain.class))
                .containsEntry("spring.mail.protocol", "smtps")
                .containsEntry("spring.mail.properties.mail.smtp.socketFactory.class", "");
    }

    @Test
    void takesWhatTheServerSpeaks() {
        application.setProperty("spring.mail.protocol", "smtps");

        assertThat(properties(SmtpOnly.class)).containsEntry("spring.mail.protocol", "smtp");
        assertThat(properties(SmtpsOnly.class)).containsEntry("spring.mail.protocol", "smtps");
        assertThat(properties(ImapOnly.class)).isEmpty();
    }

    @Test
    void keepsASessionOfAnApplicationServerOut() {
        application.setProperty("spring.mail.jndi-name", "mail/shop");

        assertThat(properties(Plain.class)).containsEntry("spring.mail.jndi-name", "false");
    }

    private Map<String, String> properties(Class<?> testClass) {
        ServerDescription description = ServerDescription.of(testClass);
        try (ApplicationServers servers = ApplicationServers.start(description)) {
            return new SpringMail(description, servers, application)
                    .properties().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().get()));
        }
    }

    @WithMailServer
    private static final class Plain {}

    @WithMailServer(accounts = {"shop@example.org:secret:shop", "alice@example.org:secret"})
    private static final class WithAccounts {}

    @WithMailServer(startTls = false)
    private static final class WithoutStartTls {}

    @WithMailServer(protocols = MailProtocol.SMTP)
    private static final class SmtpOnly {}

    @WithMailServer(protocols = MailProtocol.SMTPS)
    private static final class SmtpsOnly {}

    @WithMailServer(protocols = MailProtocol.IMAP)
    private static final class ImapOnly {}
}
