package io.github.postfixture.junit5.planted;

import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@WithMailServer(timeout = 2)
@WithWebServer(timeout = 2)
@ExtendWith(BugParameter.class)
class SignUpCase {

    @Test
    void sendsAConfirmation(MailServer mail, WebServer web, Bug bug) {
        application(mail, web, bug).register("Alice", "alice@example.org");

        assertThat(mail.mailbox("alice@example.org").awaitMail()).hasSubject("Grüße, Alice");
    }

    @Test
    void triesAgainWhenGreylisted(MailServer mail, WebServer web, Bug bug) {
        mail.at(RCPT).times(2, SmtpFault.reply(451, "4.7.1", "Greylisted, try again later"));

        application(mail, web, bug).register("Alice", "alice@example.org");

        assertThat(mail.awaitMail()).hasRecipients("alice@example.org");
    }

    @Test
    void sendsOneMailOnly(MailServer mail, WebServer web, Bug bug) {
        application(mail, web, bug).register("Alice", "alice@example.org");

        mail.awaitMail();
        assertThat(mail).receivesNothingFor(Duration.ofMillis(bug == Bug.NONE ? 50 : 900));
    }

    @Test
    void confirmsTheAddress(MailServer mail, WebServer web, Bug bug) {
        web.on("GET", "/confirm")
                .withQuery("email", "alice+tea@example.org")
                .answer(Response.html("<h1>Confirmed</h1>"));

        application(mail, web, bug).register("Alice", "alice+tea@example.org");

        Page confirmed = mail.awaitMail().link("Confirm your address").follow();
        assertThat(confirmed).hasStatusOk();
    }

    @Test
    void greetsInHtml(MailServer mail, WebServer web, Bug bug) {
        application(mail, web, bug).register("Alice & <Bob>", "alice@example.org");

        assertThat(mail.awaitMail()).html().text("p").isEqualTo("Hello Alice & <Bob>,");
    }

    @Test
    void greetsInTheSubject(MailServer mail, WebServer web, Bug bug) {
        application(mail, web, bug).register("Alice", "alice@example.org");

        assertThat(mail.awaitMail()).hasSubject("Grüße, Alice");
    }

    @Test
    void asksForAnswersToSupport(MailServer mail, WebServer web, Bug bug) {
        application(mail, web, bug).register("Alice", "alice@example.org");

        assertThat(mail.awaitMail()).hasReplyTo("support@example.org");
    }

    @Test
    void hasATextForThoseWhoReadNoHtml(MailServer mail, WebServer web, Bug bug) {
        application(mail, web, bug).register("Alice", "alice@example.org");

        ReceivedMail welcome = mail.awaitMail();
        assertThat(welcome).isWellFormed();
        assertThat(welcome).text().startsWith("Hello Alice");
    }

    private static SignUp application(MailServer mail, WebServer web, Bug bug) {
        return new SignUp(smtp(mail, bug), web.uri("/confirm"), bug);
    }

    private static URI smtp(MailServer mail, Bug bug) {
        return switch (bug) {
            case PLAIN_TEXT_AT_THE_TLS_PORT -> mail.smtps().uri();
            case MAIL_TO_THE_PORT_OF_IMAP -> mail.imap().uri();
            default -> mail.smtp().uri();
        };
    }
}
