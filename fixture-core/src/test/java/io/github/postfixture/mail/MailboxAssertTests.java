package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.FolderMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxAssertTests {

    private final MailServer server = MailServer.builder()
            .quota("alice@example.org", 10_240)
            .account("alice@example.org", "secret")
            .start();
    private final Mailbox inbox = server.mailbox("alice@example.org");

    @AfterEach
    void close() {
        server.close();
    }

    private static InboundMail mail(String subject) {
        return InboundMail.from("bob@example.org")
                .to("alice@example.org")
                .subject(subject)
                .text("Hello");
    }

    @Test
    void goesOnToFoldersAndWhatLiesInThem() {
        inbox.deliver(mail("Order"));
        inbox.deliver(mail("Invoice"), DeliveryOptions.in("Archive").flagged("\\Seen", "Paid"));

        assertThat(inbox).folders().containsExactly("Archive", "INBOX");
        assertThat(inbox).folder("Archive").extracting(FolderMail::subject).containsExactly("Invoice");
        assertThat(inbox)
                .folder("Archive")
                .first(MailAssertFactories.FOLDER_MAIL)
                .isSeen()
                .hasFlag("paid");
        assertThat(inbox).hasUnseenCount(1);
        assertThat(inbox.folders().mailsIn("INBOX").get(0))
                .isUnseen()
                .doesNotHaveFlag("Paid")
                .mail()
                .hasSubject("Order");
        assertThat(inbox.folders().mailsIn("Archive").get(0)).flags().containsExactlyInAnyOrder("\\Seen", "Paid");
    }

    @Test
    void findsMailThatCameBySmtpToo() {
        Sender.send(server, "Subject: Welcome\n\nHello", "alice@example.org");

        assertThat(inbox).folder("inbox").extracting(FolderMail::subject).containsExactly("Welcome");
    }

    @Test
    void showsFlagsAndFolders() {
        inbox.deliver(mail("Invoice"), DeliveryOptions.inbox().flagged("Paid"));
        FolderMail invoice = inbox.folders().mailsIn("INBOX").get(0);

        failureOf(() -> assertThat(invoice).isSeen()).isEqualTo("""
                Expected the flag \\Seen but the only flag is Paid.
                  UID 1 "Invoice" [Paid]""");
        failureOf(() -> assertThat(invoice).hasFlag("Sent")).isEqualTo("""
                Expected the flag Sent but the only flag is Paid.
                  UID 1 "Invoice" [Paid]""");
        failureOf(() -> assertThat(invoice).doesNotHaveFlag("PAID")).isEqualTo("""
                Expected no flag PAID but the only flag is Paid.
                  UID 1 "Invoice" [Paid]""");
        failureOf(() -> assertThat(inbox).hasUnseenCount(0)).isEqualTo("""
                Expected no unseen mails in the INBOX of mailbox alice@example.org but there is 1 of 1.
                The mails are:
                  UID 1 "Invoice" [Paid]""");
        failureOf(() -> assertThat(inbox).folder("Archive")).isEqualTo("""
                Expected a folder Archive but the only folder is INBOX.
                  mailbox alice@example.org""");
        inbox.deliver(mail("Order"), DeliveryOptions.inbox().flagged("\\Seen"));
        FolderMail order = inbox.folders().mailsIn("INBOX").get(1);
        failureOf(() -> assertThat(order).isUnseen()).isEqualTo("""
                Expected no flag \\Seen but the only flag is \\Seen.
                  UID 2 "Order" [\\Seen]""");
    }

    @Test
    void knowsItsQuota() {
        assertThat(inbox).hasRoomFor(10_240).storedBytes().isZero();
        assertThat(server.mailbox("bob@example.org")).hasRoomFor(Long.MAX_VALUE);
        failureOf(() -> assertThat(inbox).hasRoomFor(10_241)).isEqualTo("""
                Expected mailbox alice@example.org to have room for 10241 bytes but it holds 0 of 10240.""");
    }
}
