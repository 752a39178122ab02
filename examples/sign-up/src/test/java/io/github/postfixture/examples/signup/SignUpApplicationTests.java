package io.github.postfixture.examples.signup;

import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.page.Link;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithMailServer
@WithWebServer
class SignUpApplicationTests {

    private SignUpApplication application;

    @BeforeEach
    void start(MailServer mail, WebServer web) throws IOException {
        web.serve("POST", "/customers", Response.noContent());
        application = new SignUpApplication(mail.smtp().uri(), web.uri("/customers"));
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void tellsTheCustomerDatabaseOnceTheAddressIsConfirmed(MailServer mail, WebServer web) {
        signUp("alice@example.org");

        Page confirmed = mail.awaitMail().link("Confirm your address").follow();

        assertThat(confirmed).hasStatusOk().text("h1").isEqualTo("Address confirmed");
        assertThat(web.awaitRequest())
                .hasMethod("POST")
                .hasPath("/customers")
                .body()
                .isEqualTo("{\"address\": \"alice@example.org\"}");
    }

    @Test
    void sendsTheSameWordsAsTextAndAsHtml(MailServer mail) {
        signUp("alice@example.org");

        ReceivedMail welcome = mail.awaitMail();

        assertThat(welcome).text().startsWith("Welcome – schön, dass du da bist!");
        assertThat(welcome).html().text("h1").isEqualTo("Welcome – schön, dass du da bist!");
    }

    @Test
    void confirmsOnlyOnce(MailServer mail) {
        signUp("alice@example.org");
        Link link = mail.awaitMail().link("Confirm your address");
        link.follow();

        assertThat(link.follow()).hasStatus(410).text("h1").isEqualTo("This link was used already");
    }

    @Test
    void saysSoWhenTheMailServerRefusesTheAddress(MailServer mail) {
        mail.failNext(RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));

        assertThat(signUp("nobody@example.org")).hasStatus(502).text("h1").isEqualTo("We cannot send mail to you");
        assertThat(mail.mailbox("nobody@example.org")).receivesNothingFor(ofMillis(100));
    }

    private Page signUp(String address) {
        return Page.open(application.uri("/")).form().fill("address", address).submit();
    }
}
