package io.github.postfixture.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.Scope;
import io.github.postfixture.junit5.Server;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import org.junit.jupiter.api.RepeatedTest;

/** Tests that run beside each other: with servers of their own at once, at a shared one in turns. */
class FirstTests {

    @RepeatedTest(20)
    @WithMailServer
    @WithWebServer
    void haveServersOfTheirOwn(MailServer mail, WebServer web) {
        web.serve("/", Response.html("<h1>Hello</h1>"));
        Mails.send(mail.smtp());

        assertThat(mail.awaitMail()).hasSubject("Welcome");
        assertThat(mail.receivedMails()).hasSize(1);
        assertThat(Page.open(web.uri("/"))).text("h1").isEqualTo("Hello");
    }

    @RepeatedTest(10)
    @WithMailServer(name = "shared", scope = Scope.JVM)
    void takeTurns(@Server("shared") MailServer mail) {
        int before = mail.receivedMails().size();
        Mails.send(mail.smtp());

        assertThat(mail.awaitMail()).hasSubject("Welcome");
        assertThat(mail.receivedMails()).hasSize(before + 1);
    }
}
