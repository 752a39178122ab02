package io.github.postfixture.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.subethamail.wiser.Wiser;
import org.subethamail.wiser.WiserMessage;

class FromWiserTests {

    @Nested
    class Before {

        private final Wiser wiser = Wiser.port(0);

        @BeforeEach
        void start() {
            wiser.start();
        }

        @AfterEach
        void stop() {
            wiser.stop();
        }

        @Test
        void sendsTheOffer() throws Exception {
            Shop.sendOffer("127.0.0.1", wiser.getServer().getPortAllocated(), "alice@example.org");

            WiserMessage offer = wiser.getMessages().get(0);
            assertThat(offer.getEnvelopeReceiver()).isEqualTo("alice@example.org");
            assertThat(offer.getMimeMessage().getSubject()).isEqualTo("Our offer");
        }
    }

    @Nested
    @WithMailServer
    class After {

        @Test
        void sendsTheOffer(MailServer mail) throws Exception {
            Shop.sendOffer(mail.smtp().host(), mail.smtp().port(), "alice@example.org");

            assertThat(mail.awaitMail()).hasRecipients("alice@example.org").hasSubject("Our offer");
        }
    }
}
