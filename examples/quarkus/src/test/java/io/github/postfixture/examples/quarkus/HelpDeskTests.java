package io.github.postfixture.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.MailServerExtension;
import io.github.postfixture.junit5.WebServerExtension;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.Response;
import io.github.postfixture.web.WebServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class HelpDeskTests {

    @RegisterExtension
    static final MailServerExtension MAIL =
            MailServerExtension.with(MailServer.builder().on(Servers.MAIL));

    @RegisterExtension
    static final WebServerExtension WEB =
            WebServerExtension.with(WebServer.builder().on(Servers.WEB));

    @Inject
    HelpDesk helpDesk;

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
