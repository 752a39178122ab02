package io.github.postfixture.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.junit5.quarkus.PostfixtureResource;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Meets the application that {@link HelpDeskTests} started, and none of its mail. */
@QuarkusTest
@QuarkusTestResource(value = PostfixtureResource.class, initArgs = @ResourceArg(name = "shifts.url", value = "/now"))
@WithMailServer
@WithWebServer
class RefusalTests {

    @Inject
    HelpDesk helpDesk;

    @Test
    void isToldToTheCaller(MailServer mail, WebServer web) {
        web.serve("/now", Response.text("carol@example.org"));
        mail.failNext(SmtpStage.RCPT, SmtpFault.userUnknown());

        assertThatThrownBy(() -> helpDesk.report("The printer is on fire.")).hasStackTraceContaining("550");

        assertThat(mail.receivedMails()).isEmpty();
    }
}
