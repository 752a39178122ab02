package io.github.postfixture.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.MailServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The shop, which asks for STARTTLS in production, at a mail server that encrypts earlier, or not at all. */
class EncryptionTests {

    abstract static class Reminders {

        @Autowired
        private Orders orders;

        @Test
        void arrive(MailServer mail) {
            orders.remind("alice@example.org", "Assam");

            assertThat(mail.awaitMail()).hasSubject("Out of Assam?");
            assertThat(mail.attempts().all().get(0).tls().isPresent()).isEqualTo(encrypted());
        }

        abstract boolean encrypted();
    }

    @Nested
    @SpringBootTest
    @WithMailServer(protocols = MailProtocol.SMTPS)
    class Tls extends Reminders {

        @Override
        boolean encrypted() {
            return true;
        }
    }

    @Nested
    @SpringBootTest
    @WithMailServer(startTls = false)
    class Plain extends Reminders {

        @Override
        boolean encrypted() {
            return false;
        }
    }

    @Nested
    @SpringBootTest(properties = "spring.mail.properties.mail.smtp.ssl.checkserveridentity=true")
    @WithMailServer
    class StartTls extends Reminders {

        @Override
        boolean encrypted() {
            return true;
        }
    }
}
