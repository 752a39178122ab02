package io.github.postfixture.examples.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import org.junit.jupiter.api.Test;

@WithMailServer
@WithWebServer
class SignUpTests {

    @Test
    void confirmsTheAddress(MailServer mail, WebServer web) throws Exception {
        web.serve("/confirm", Response.html("<title>Done</title><h1>Address confirmed</h1>"));

        new SignUp(mail.smtp().uri(), web.uri("/confirm")).register("alice@example.org");

        ReceivedMail welcome = mail.awaitMail();
        assertThat(welcome)
                .isFrom("shop@example.org")
                .hasRecipients("alice@example.org")
                .hasSubject("Welcome");

        Page confirmed = welcome.link("Confirm your address").follow();
        assertThat(confirmed).hasStatusOk().hasTitle("Done").text("h1").isEqualTo("Address confirmed");
    }
}
