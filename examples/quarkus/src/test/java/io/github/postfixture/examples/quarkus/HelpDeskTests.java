package io.github.postfixture.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.junit5.quarkus.PostfixtureResource;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostfixtureResource.class, initArgs = @ResourceArg(name = "shifts.url", value = "/now"))
@WithMailServer
@WithWebServer
class HelpDeskTests {

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
