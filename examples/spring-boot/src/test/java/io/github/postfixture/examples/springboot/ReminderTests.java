package io.github.postfixture.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Has the annotations of {@link OrderTests}, and so its application context too. */
@SpringBootTest
@WithMailServer
@WithWebServer(properties = "payment.url=/charges")
class ReminderTests {

    @Autowired
    private Orders orders;

    @Test
    void namesTheTea(MailServer mail) {
        orders.remind("alice@example.org", "Assam");

        assertThat(mail.awaitMail()).hasSubject("Out of Assam?");
    }

    @Test
    void isEncryptedAsInProduction(MailServer mail) {
        orders.remind("alice@example.org", "Assam");

        mail.awaitMail();
        assertThat(mail.attempts()).all().singleElement().satisfies(attempt -> assertThat(attempt.tls())
                .isPresent());
    }

    @Nested
    class ToSeveral {

        @Test
        void isOneMailEach(MailServer mail) {
            orders.remind("alice@example.org", "Assam");
            orders.remind("bob@example.org", "Assam");

            assertThat(mail.awaitMails(2)).allSatisfy(reminder -> assertThat(reminder)
                    .isFrom("orders@tea-shop.example"));
        }
    }
}
