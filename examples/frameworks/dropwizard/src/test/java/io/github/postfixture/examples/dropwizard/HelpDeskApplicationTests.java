package io.github.postfixture.examples.dropwizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.github.postfixture.junit5.MailServerExtension;
import io.github.postfixture.junit5.WebServerExtension;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(DropwizardExtensionsSupport.class)
class HelpDeskApplicationTests {

    private static final Reservation MAIL = Reservation.open();
    private static final Reservation WEB = Reservation.open();

    static final DropwizardAppExtension<HelpDeskConfiguration> APP = new DropwizardAppExtension<>(
            HelpDeskApplication.class, "help-desk.yml", new ResourceConfigurationSourceProvider(), overrides());

    @RegisterExtension
    static final MailServerExtension MAIL_SERVER =
            MailServerExtension.with(MailServer.builder().on(MAIL));

    @RegisterExtension
    static final WebServerExtension WEB_SERVER =
            WebServerExtension.with(WebServer.builder().on(WEB));

    @Test
    void tellsWhoIsOnDuty(MailServer mail, WebServer web) throws Exception {
        web.serve("/now", Response.text("alice@example.org"));

        assertThat(report("The printer is on fire.")).isEqualTo(204);

        assertThat(mail.awaitMail()).hasRecipients("alice@example.org").isFrom("help@desk.example");
    }

    @Test
    void tellsNobodyElse(MailServer mail, WebServer web) throws Exception {
        web.serve("/now", Response.text("bob@example.org"));

        assertThat(report("The fire is out.")).isEqualTo(204);

        assertThat(mail.awaitMail()).hasRecipients("bob@example.org").hasSubject("New problem");
        assertThat(mail.receivedMails()).hasSize(1);
    }

    private static ConfigOverride[] overrides() {
        try (MailServer mail = MailServer.builder().on(MAIL).start();
                WebServer web = WebServer.builder().on(WEB).start()) {
            return new ConfigOverride[] {
                ConfigOverride.randomPorts(),
                ConfigOverride.config("smtpHost", mail.smtp().host()),
                ConfigOverride.config("smtpPort", String.valueOf(mail.smtp().port())),
                ConfigOverride.config("shifts", web.uri("/now").toString())
            };
        }
    }

    private static int report(String problem) throws IOException, InterruptedException {
        URI problems = URI.create("http://localhost:" + APP.getLocalPort() + "/problems");
        HttpRequest request = HttpRequest.newBuilder(problems)
                .POST(BodyPublishers.ofString(problem))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
}
