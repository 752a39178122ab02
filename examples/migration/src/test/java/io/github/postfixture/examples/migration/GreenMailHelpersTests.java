package io.github.postfixture.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.message.FolderMail;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.greenmail.GreenMailBridge;
import io.github.postfixture.mail.inbound.InboundMail;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GreenMailHelpersTests {

    @Nested
    class Before {

        @RegisterExtension
        static final GreenMailExtension greenMail = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

        @Test
        void answersTheOrder() throws Exception {
            MailHelpers helpers = new MailHelpers(greenMail.getManagers());
            helpers.order("alice@example.org", "Tea for 5");

            assertThat(helpers.answered("shop@example.org", "Order")).isEqualTo("Tea for 5");
            assertThat(helpers.all()).hasSize(1);
            helpers.clear("shop@example.org");
            assertThat(helpers.all()).isEmpty();
        }
    }

    @Nested
    @WithMailServer
    class After {

        @Test
        void answersTheOrder(MailServer mail) throws Exception {
            MailHelpers helpers = new MailHelpers(GreenMailBridge.of(mail));
            helpers.order("alice@example.org", "Tea for 5");

            assertThat(helpers.answered("shop@example.org", "Order")).isEqualTo("Tea for 5");
            FolderMail order =
                    mail.mailbox("shop@example.org").folders().mailsIn("INBOX").get(0);
            assertThat(order.flags()).containsExactly("\\Answered");
            assertThat(helpers.all()).hasSize(1);
            helpers.clear("shop@example.org");
            assertThat(mail.mailbox("shop@example.org").folders().mailsIn("INBOX"))
                    .isEmpty();
        }

        @Test
        void hasAGreenMailForHelpersThatTakeOne(MailServer mail) throws Exception {
            Managers bridge = GreenMailBridge.of(mail);
            GreenMail greenMail = new GreenMail(new ServerSetup[0]) {
                @Override
                public synchronized Managers getManagers() {
                    return bridge;
                }
            };
            greenMail.setUser("alice@example.org", "secret");
            Shop.sendOffer(mail.smtp().host(), mail.smtp().port(), "alice@example.org");

            assertThat(greenMail.waitForIncomingEmail(5000, 1)).isTrue();
            assertThat(greenMail.getReceivedMessages()[0].getSubject()).isEqualTo("Our offer");
            greenMail.purgeEmailFromAllMailboxes();
            assertThat(greenMail.getReceivedMessages()).isEmpty();
        }

        @Test
        void deliversWhatIsThereAlready(MailServer mail) throws Exception {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setSubject("Order");
            message.setText("Tea for 5");

            mail.mailbox("shop@example.org").deliver(InboundMail.of(message));
            mail.mailbox("shop@example.org").deliver(InboundMail.raw("""
                    Subject: Another order

                    Coffee for 3
                    """));

            assertThat(mail.mailbox("shop@example.org").deliveredMails())
                    .extracting(DeliveredMail::subject)
                    .containsExactly("Order", "Another order");
        }
    }
}
