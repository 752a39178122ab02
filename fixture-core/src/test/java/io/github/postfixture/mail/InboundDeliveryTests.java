package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.client.Flag;
import io.github.postfixture.mail.client.LocalMail;
import io.github.postfixture.mail.client.MailClient;
import io.github.postfixture.mail.inbound.Bounce;
import io.github.postfixture.mail.inbound.ComposedMail;
import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.inbound.MalformedMail;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.message.MailAddress;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.timeline.Event;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InboundDeliveryTests {

    private static final ComposedMail MAIL = InboundMail.from("carol@example.net")
            .to("help@example.org")
            .subject("Fire")
            .text("It burns.");

    private final MailServer server = MailServer.start();
    private final Mailbox help = server.mailbox("help@example.org");

    @AfterEach
    void close() {
        server.close();
    }

    private MailClient reader() {
        return MailClient.of("help@example.org", "any")
                .smtp(server.smtp())
                .mailbox(server.imap())
                .start();
    }

    @Test
    void aReaderFindsTheMailButNoAwaitDoes() {
        help.deliver(MAIL);

        try (MailClient reader = reader()) {
            assertThat(reader.synchronise()).singleElement().satisfies(mail -> {
                assertThat(mail.raw()).isEqualTo(MAIL.raw());
                assertThat(mail.marks()).isEmpty();
            });
        }
        assertThat(help.receivedMails()).isEmpty();
        assertThat(server.receivedMails()).isEmpty();
    }

    @Test
    void theTimelineTellsWhatWasToBeReadBeforeItIsRead() {
        help.deliver(MAIL);
        help.deliver(MAIL.subject("Water"), DeliveryOptions.in("Archive").flagged("\\Seen", "$Work"));
        try (MailClient reader = reader()) {
            reader.synchronise();
        }

        assertThat(server.timeline().events())
                .filteredOn(event -> event.source().equals("test"))
                .extracting(event -> event.detail().toString())
                .containsExactly(
                        "delivers mail in mailbox help@example.org with subject \"Fire\"",
                        "delivers mail in mailbox help@example.org with subject \"Water\", folder Archive,"
                                + " flagged \\Seen $Work");
        assertThat(server.timeline().events())
                .extracting(Event::source)
                .startsWith("test", "test")
                .contains("imap");
    }

    @Test
    void anAnswerGoesToAnAddressWhoseNameHasAComma() {
        DeliveredMail question = help.deliver(MAIL.sender("\"Müller, Karl \\\"K\\\"\" <karl@example.net>"));

        DeliveredMail answer = server.mailbox("karl@example.net")
                .deliver(InboundMail.replyTo(question).text("Water."));

        assertThat(ReceivedMail.parse(answer.raw()).to())
                .containsExactly(new MailAddress("Müller, Karl \"K\"", "karl@example.net"));
    }

    @Test
    void deliveredTwiceItIsTheSameMailTwice() {
        InboundMail mail = MAIL.html("<p>It burns.</p>").attach("a.pdf", "application/pdf", new byte[] {1});

        assertThat(help.deliver(mail).raw()).isEqualTo(help.deliver(mail).raw()).isEqualTo(mail.raw());
    }

    @Test
    void aReaderThatWaitsHearsOfIt() {
        try (MailClient reader = reader()) {
            reader.synchronise();
            help.deliver(MAIL);

            assertThat(reader.awaitMail().subject()).isEqualTo("Fire");
        }
    }

    @Test
    void anArrivalSaysFolderAndFlags() {
        help.deliver(MAIL, DeliveryOptions.in("Archive.2026").flagged("\\Seen", "\\Flagged"));

        try (MailClient reader = reader()) {
            assertThat(reader.synchronise()).isEmpty();
            assertThat(reader.mails("Archive/2026"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.marks()).containsExactlyInAnyOrder(Flag.SEEN, Flag.FLAGGED));
        }
    }

    @Test
    void aClientSurvivesAnotherUidValidity() {
        help.deliver(MAIL);

        try (MailClient reader = reader()) {
            reader.synchronise();
            reader.mark(reader.inbox().get(0), Flag.SEEN);
            help.resetUidValidity();
            help.deliver(InboundMail.from("dave@example.net").subject("Water"));

            assertThat(reader.synchronise()).extracting(LocalMail::subject).containsExactly("Water");
            assertThat(reader.inbox()).hasSize(2);
        }
        try (MailClient other = reader()) {
            other.synchronise();
            assertThat(other.inbox()).extracting(LocalMail::marks).contains(Set.of(Flag.SEEN));
        }
    }

    @Test
    void aNameThatCannotBeAFolderIsRefusedAtOnce() {
        assertThatThrownBy(() -> DeliveryOptions.in("Archive..2026"))
                .hasMessage("folder (Archive..2026) must be a name such as Archive or Archive.2026");
    }

    @Test
    void aDirectoryIsDeliveredInTheOrderOfItsNames(@TempDir Path directory) throws Exception {
        Files.write(directory.resolve("2.eml"), "Subject: two\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        Files.write(directory.resolve("1.eml"), "Subject: one\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        Files.write(directory.resolve("notes.txt"), new byte[0]);
        help.deliverAll(directory);

        try (MailClient reader = reader()) {
            assertThat(reader.synchronise()).extracting(LocalMail::subject).containsExactly("one", "two");
        }
    }

    @Test
    void whatIsReceivedCanBounceBackToItsSender() {
        try (MailClient shop = MailClient.of("shop@example.org", "any")
                .smtp(server.smtp())
                .mailbox(server.imap())
                .start()) {
            shop.send(InboundMail.from("shop@example.org")
                    .to("nobody@example.net")
                    .subject("News")
                    .text("Hi"));
            ReceivedMail news = server.awaitMail();

            server.mailbox(news.envelope().sender()).deliver(Bounce.hard(news));

            LocalMail bounce = shop.awaitMail();
            assertThat(bounce.subject()).isEqualTo("Undeliverable: News");
            assertThat(bounce.header("Return-Path")).contains("<>");
        }
    }

    @ParameterizedTest
    @EnumSource(MalformedMail.class)
    void malformedMailReachesItsReaderAsItIs(MalformedMail malformed) {
        help.deliver(malformed);

        try (MailClient reader = reader()) {
            assertThat(reader.synchronise())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.raw()).isEqualTo(malformed.raw()));
        }
    }
}
