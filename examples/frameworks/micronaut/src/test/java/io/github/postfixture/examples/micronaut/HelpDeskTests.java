package io.github.postfixture.examples.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.MailServerExtension;
import io.github.postfixture.junit5.WebServerExtension;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelpDeskTests implements TestPropertyProvider {

    private static final Reservation MAIL = Reservation.open();
    private static final Reservation WEB = Reservation.open();

    @RegisterExtension
    static final MailServerExtension MAIL_SERVER =
            MailServerExtension.with(MailServer.builder().on(MAIL));

    @RegisterExtension
    static final WebServerExtension WEB_SERVER =
            WebServerExtension.with(WebServer.builder().on(WEB));

    @Inject
    HelpDesk helpDesk;

    @Override
    public Map<String, String> getProperties() {
        try (MailServer mail = MailServer.builder().on(MAIL).start();
                WebServer web = WebServer.builder().on(WEB).start()) {
            return Map.of(
                    "javamail.properties.mail.smtp.host", mail.smtp().host(),
                    "javamail.properties.mail.smtp.port",
                            String.valueOf(mail.smtp().port()),
                    "shifts.url", web.uri("/now").toString());
        }
    }

    @Test
    void tellsWhoIsOnDuty(MailServer mail, WebServer web) throws Exception {
        web.serve("/now", Response.text("alice@example.org"));

        helpDesk.report("The printer is on fire.");

        assertThat(mail.awaitMail()).hasRecipients("alice@example.org").isFrom("help@desk.example");
    }

    @Test
    void tellsNobodyElse(MailServer mail, WebServer web) throws Exception {
        web.serve("/now", Response.text("bob@example.org"));

        helpDesk.report("The fire is out.");

        assertThat(mail.awaitMail()).hasRecipients("bob@example.org").hasSubject("New problem");
        assertThat(mail.receivedMails()).hasSize(1);
    }
}
