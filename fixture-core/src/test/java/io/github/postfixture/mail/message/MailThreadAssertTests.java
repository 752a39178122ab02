package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailThreadAssertTests {

    private final MailServer mail = MailServer.builder().timeout(ofMillis(100)).start();

    @AfterEach
    void close() {
        mail.close();
    }

    private void reply(String id, String references) {
        Sender.send(
                mail,
                "Message-ID: " + id + "\nReferences: " + references + "\nSubject: " + id + "\n\nx",
                "alice@example.org");
    }

    @Test
    void passForAnswersToEarlierMail() {
        reply("<1@x>", "");
        reply("<2@x>", "<0@x>\n <1@x>");

        assertThat(mail).hasOneThread().hasUniqueMessageIds();
    }

    @Test
    void showMailThatAnswersNothing() {
        reply("<1@x>", "");
        reply("<2@x>", "<0@x>");

        failureOf(() -> assertThat(mail).hasOneThread()).isEqualTo("""
            Expected the mails of the mail server to be one thread but 1 mail names no earlier mail in References or In-Reply-To.
            These are:
              #2 mail from shop@example.org to [alice@example.org] with subject "<2@x>\"""");
    }

    @Test
    void showMissingAndRepeatedMessageIds() {
        reply("<1@x>", "");
        reply("<1@x>", "");
        reply("", "");

        failureOf(() -> assertThat(mail).hasUniqueMessageIds()).isEqualTo("""
            Expected every mail of the mail server to have a Message-ID of its own but 2 mails have none, or that of an earlier one.
            These are:
              #2 mail from shop@example.org to [alice@example.org] with subject "<1@x>"
              #3 mail from shop@example.org to [alice@example.org] with subject "\"""");
    }
}
