package io.github.postfixture.mail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/mail-client.md} shows is what runs here, line breaks aside. */
class MailClientGuideTests {

    private static final Path GUIDE = Path.of("../docs/mail-client.md");
    private static final Path SOURCE =
            Path.of("src/test/java/io/github/postfixture/mail/client/MailClientGuideTests.java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();

    @AfterEach
    void close() {
        mail.close();
    }

    private void deliver(String subject) {
        mail.mailbox("alice@example.org")
                .deliver(InboundMail.from("bob@example.org")
                        .to("alice@example.org")
                        .subject(subject)
                        .text("Lunch?"));
    }

    @Test
    void answersAndFiles() {
        deliver("one");

        try (MailClient alice = MailClient.of("alice@example.org", "secret")
                .smtp(mail.smtp())
                .mailbox(mail.imap())
                .start()) {
            LocalMail question = alice.awaitMail();
            alice.send(InboundMail.replyTo(question).text("Yes."));
            alice.mark(question, Flag.ANSWERED);
            alice.addKeywords(question, "Paid");
            alice.move(question, "Archive/2026");
            alice.synchronise();
        }

        assertThat(mail.awaitMail().subject()).isEqualTo("Re: one");
        assertThat(mail.mailbox("alice@example.org").folders().mailsIn("Archive.2026"))
                .singleElement()
                .satisfies(filed -> assertThat(filed.flags()).containsExactlyInAnyOrder("\\Answered", "Paid"));
    }

    @Test
    void worksOffline() {
        deliver("one");
        try (MailClient alice = MailClient.of("alice@example.org", "secret")
                .smtp(mail.smtp())
                .mailbox(mail.imap())
                .start()) {
            alice.synchronise();

            alice.goOffline();
            alice.send(
                    InboundMail.from("alice@example.org").to("bob@example.org").subject("Lunch?"));
            alice.delete(alice.inbox().get(0));

            assertThat(alice.outbox()).hasSize(1);
            alice.goOnline();
            assertThat(alice.outbox()).isEmpty();
            assertThat(mail.mailbox("alice@example.org").folders().mailsIn("INBOX"))
                    .isEmpty();
        }
    }

    @Test
    void tellsAllThatFailed() throws IOException {
        deliver("one");
        mail.mailbox("alice@example.org")
                .deliver(InboundMail.from("bob@example.org").subject("two"), DeliveryOptions.in("Broken"));
        mail.atImap("SELECT").matching("Broken").always(ImapFault.no("[SERVERBUG] Oops"));
        try (MailClient alice = MailClient.of("alice@example.org", "secret")
                .mailbox(mail.imap())
                .start()) {
            assertThatThrownBy(alice::synchronise).hasMessageContaining("Broken");
            alice.move(alice.inbox().get(0), "Work");
            mail.atImap("MOVE").always(ImapFault.no("[OVERQUOTA] full"));

            assertThatThrownBy(alice::synchronise)
                    .satisfies(failure -> assertThat(Files.readString(GUIDE))
                            .contains(String.valueOf(failure.getMessage())
                                    .replace(mail.imap().toString(), "imap://127.0.0.1:40143")
                                    .replace("UID MOVE 1 ", "UID MOVE 5 ")));
        }
    }

    @Test
    void areWhatTheGuideShows() throws IOException {
        List<String> samples = BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult block) -> withoutSpace(block.group(1)))
                .toList();

        assertThat(samples)
                .hasSize(2)
                .allSatisfy(sample ->
                        assertThat(withoutSpace(Files.readString(SOURCE))).contains(sample));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}
