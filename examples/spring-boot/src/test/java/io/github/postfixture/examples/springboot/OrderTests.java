package io.github.postfixture.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mail.MailSendException;
import org.springframework.web.client.HttpClientErrorException;

@SpringBootTest
@WithMailServer
@WithWebServer(properties = "payment.url=/charges")
class OrderTests {

    @Autowired
    private Orders orders;

    @Test
    void sendsAReceipt(MailServer mail, WebServer web) {
        web.serve("POST", "/charges", Response.text("paid-4711"));

        orders.place("alice@example.org", "Darjeeling", 1290);

        assertThat(web.awaitRequest()).hasPath("/charges");
        assertThat(mail.awaitMail()).hasRecipients("alice@example.org").hasSubject("Your order");
    }

    @Test
    void sendsNothingIfThePaymentFails(MailServer mail, WebServer web) {
        web.serve("POST", "/charges", Response.status(402));

        assertThatThrownBy(() -> orders.place("alice@example.org", "Darjeeling", 1290))
                .isInstanceOf(HttpClientErrorException.class);

        assertThat(mail.receivedMails()).isEmpty();
    }

    @Test
    void saysSoIfTheReceiptIsRefused(MailServer mail, WebServer web) {
        web.serve("POST", "/charges", Response.text("paid-4711"));
        mail.failNext(SmtpStage.RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));

        assertThatThrownBy(() -> orders.place("alice@example.org", "Darjeeling", 1290))
                .isInstanceOf(MailSendException.class)
                .hasMessageContaining("User unknown");
    }
}
