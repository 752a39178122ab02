package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailLoopAssertTests {

    @Test
    void showsMailThatRepeatsItself() {
        try (MailServer mail = MailServer.start()) {
            assertThat(mail).hasNoMailLoop().isNotNull();
            for (int i = 0; i < 11; i++) {
                Sender.send(mail, "Subject: Re: Order\n\nx\n", "bob@example.net");
            }

            failureOf(() -> assertThat(mail).hasNoMailLoop()).isEqualTo("""
                    Expected no mail loop at the mail server but 11 times <shop@example.org> wrote to [bob@example.net] about "Order".""");
        }
    }

    @Test
    void looksBehindAnyNumberOfPrefixes() {
        try (MailServer mail = MailServer.start()) {
            for (int i = 0; i < 11; i++) {
                Sender.send(mail, "Subject: " + "Re: ".repeat(20_000 + i) + "Order\n\nx\n", "bob@example.net");
            }

            failureOf(() -> assertThat(mail).hasNoMailLoop()).endsWith("about \"Order\".");
        }
    }
}
