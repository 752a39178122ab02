package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.MailCriteria.subject;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrivalCountAssertTests {

    private final MailServer mail = MailServer.builder().timeout(ofMillis(100)).start();
    private final Mailbox inbox = mail.mailbox("alice@example.org");

    @AfterEach
    void close() {
        mail.close();
    }

    private void send(String subject, String... recipients) {
        Sender.send(
                mail,
                "From: Shop <shop@example.org>\nTo: " + String.join(", ", recipients) + "\nSubject: " + subject
                        + "\n\nHello",
                recipients);
    }

    @Test
    void tellMessagesFromDeliveries() {
        assertThat(mail).isEmpty();
        send("Welcome", "alice@example.org", "bob@example.org");

        assertThat(mail).hasMailCount(1).hasDeliveryCount(2);
        assertThat(inbox).hasMailCount(1);
        assertThat(mail).receivedMails().hasSize(1);
    }

    @Test
    void showTheMails() {
        send("Welcome", "alice@example.org", "bob@example.org");

        failureOf(() -> assertThat(mail).hasMailCount(2)).isEqualTo("""
            Expecting:
              mail server
            to have so many mails:
              2
            but had 1:
              #1 mail from shop@example.org to [alice@example.org, bob@example.org] with subject "Welcome\"\
            """);
    }

    @Test
    void showTheDeliveriesOfEachMailbox() {
        send("Welcome", "alice@example.org", "bob@example.org");

        failureOf(() -> assertThat(mail).hasDeliveryCount(1)).isEqualTo("""
            Expecting:
              mail server
            to have so many deliveries:
              1
            but had 2, of so many messages:
              1
            in:
              mailbox alice@example.org: 1
              mailbox bob@example.org: 1\
            """);
    }

    @Test
    void showWhatIsThereWhenNothingShouldBe() {
        send("Welcome", "alice@example.org");

        failureOf(() -> assertThat(inbox).isEmpty()).isEqualTo("""
            Expecting:
              mailbox alice@example.org
            to be empty but it holds:
              #1 mail from shop@example.org to [alice@example.org] with subject "Welcome\"\
            """);
    }
}
