package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address in a test is the address in a mail, however both are spelled. */
class AddressSpellingTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"alice\"@example.org, alice@example.org",
                "alice@example.org, \"alice\"@EXAMPLE.org",
                "info@xn--mnchen-3ya.example, info@münchen.example",
                "\"alice smith\"@example.org, \"Alice Smith\"@example.org",
            })
    void makesNoDifference(String sent, String asked) {
        ReceivedMail mail = Sender.receive(
                "From: " + sent + "\nTo: Friends: " + sent + ";\nCc: " + sent + "\nReply-To: " + sent + "\n\nHello",
                sent);

        assertThat(mail)
                .isFrom(asked)
                .isTo(asked)
                .hasCc(asked)
                .hasReplyTo(asked)
                .hasRecipients(asked)
                .hasGroup("To", "Friends", asked)
                .meets(MailCriteria.from(asked)
                        .and(MailCriteria.to(asked))
                        .and(MailCriteria.cc(asked))
                        .and(MailCriteria.recipient(asked)));
        assertThat(mail.envelope()).hasRecipients(asked);
    }

    @Test
    void makesNoDifferenceForASender() {
        ReceivedMail mail = Sender.receive("From: \"shop\"@example.org\n\nHello", "alice@example.org");

        assertThat(mail).hasSender("\"shop\"@example.org").meets(MailCriteria.sender("\"shop\"@Example.org"));
        assertThat(mail.envelope()).hasSender("\"shop\"@example.org");
    }

    @Test
    void isToldApartFromAnotherAddress() {
        ReceivedMail mail = Sender.receive("From: alice@example.org\n\nHello", "bob@example.org");

        assertThat(MailCriteria.from("\"alice b\"@example.org").test(mail)).isFalse();
        assertThat(MailCriteria.recipient("bob@example.com").test(mail)).isFalse();
    }
}
