package io.github.postfixture.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FromGreenMailTests {

    @Nested
    class Before {

        @RegisterExtension
        static final GreenMailExtension greenMail = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("alice@example.org", "secret"));

        @Test
        void sendsTheOffer() throws Exception {
            Shop.sendOffer("127.0.0.1", greenMail.getSmtp().getPort(), "alice@example.org");

            assertThat(greenMail.waitForIncomingEmail(5000, 1)).isTrue();
            MimeMessage offer = greenMail.getReceivedMessages()[0];
            assertThat(offer.getSubject()).isEqualTo("Our offer");
            assertThat(offer.getAllRecipients()[0]).hasToString("alice@example.org");
            assertThat(GreenMailUtil.getBody(offer)).contains("Tea for 5");
        }
    }

    @Nested
    @WithMailServer(accounts = "alice@example.org:secret")
    class After {

        @Test
        void sendsTheOffer(MailServer mail) throws Exception {
            Shop.sendOffer(mail.smtp().host(), mail.smtp().port(), "alice@example.org");

            assertThat(mail.awaitMail())
                    .hasSubject("Our offer")
                    .hasRecipients("alice@example.org")
                    .text()
                    .contains("Tea for 5 €");
        }
    }
}
