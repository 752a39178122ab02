package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.MailCriteria.subject;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
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
            Expected the mail server to have 2 mails but 1 came.
            It has:
              #1 mail from shop@example.org to [alice@example.org, bob@example.org] with subject "Welcome\"""");
    }

    @Test
    void tellWhatWasSentTwice() {
        Sender.send(mail, "Message-ID: <1@x>\nSubject: Welcome\n\nHello", "alice@example.org");
        Sender.send(mail, "Message-ID: <2@x>\nSubject: Welcome\n\nHello", "alice@example.org");

        failureOf(() -> assertThat(mail).hasMailCount(1)).matches(Pattern.compile("""
                Expected the mail server to have 1 mail but 2 came, \\S+ m?s\\w* apart; they differ only in Message-ID: sent twice\\?
                It has:
                .*""", Pattern.DOTALL));

        send("Other", "alice@example.org");
        failureOf(() -> assertThat(mail).hasMailCount(2))
                .contains(" but 3 came; #1 and #2 came ", " only in Message-ID: ");
        failureOf(() -> assertThat(mail).hasMailCount(4))
                .startsWith("Expected the mail server to have 4 mails but 3 came.\n");
    }

    @Test
    void showTheDeliveriesOfEachMailbox() {
        send("Welcome", "alice@example.org", "bob@example.org");

        failureOf(() -> assertThat(mail).hasDeliveryCount(1)).isEqualTo("""
            Expected 1 delivery but there were 2, of 1 mail.
            Mails in each mailbox:
              mailbox alice@example.org: 1
              mailbox bob@example.org: 1""");
    }

    @Test
    void showWhatIsThereWhenNothingShouldBe() {
        send("Welcome", "alice@example.org");

        failureOf(() -> assertThat(inbox).isEmpty()).isEqualTo("""
            Expected the mailbox alice@example.org to be empty but it holds 1 mail.
            It holds:
              #1 mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
    }
}
