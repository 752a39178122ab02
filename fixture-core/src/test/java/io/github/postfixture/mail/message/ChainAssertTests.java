package io.github.postfixture.mail.message;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import io.github.postfixture.mail.lint.MailDefect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every check goes on to the next. */
class ChainAssertTests {

    private static final String LETTER = """
        From: shop@example.org
        To: Team: alice@example.org;
        Subject: Letter
        Importance: High
        References: <1@example.org>
        Precedence: bulk
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: multipart/alternative; boundary=c

        --c
        Content-Type: text/plain; charset=utf-8

        Read https://shop.test/
        --c
        Content-Type: text/html; charset=utf-8

        <p>Read <a href="https://shop.test/">https://shop.test/</a> <img src="cid:logo" alt="">
        --c--
        --b
        Content-Type: image/gif
        Content-Disposition: inline; filename=logo.gif
        Content-ID: <logo>

        GIF89a;
        --b--
        """;

    private final ReceivedMail letter = Sender.receive(LETTER, "alice@example.org", "bob@example.org");

    @Test
    void onMails(@TempDir Path directory) throws Exception {
        Path approved = Files.writeString(directory.resolve("letter.eml"), ApprovedMail.scrubbed(letter));

        assertThat(letter)
                .hasGroup("To", "Team", "alice@example.org")
                .hasHeader("Precedence", "bulk")
                .hasPriority(MailPriority.HIGH)
                .isBlindCopiedTo("bob@example.org")
                .isInThreadOf(Sender.receive("Message-ID: <1@example.org>\n\nx"))
                .hasAttachment("logo.gif")
                .hasLink("https://shop.test/")
                .hasStructure(letter.structure())
                .isWellFormedExceptFor(MailDefect.MISSING_DATE, MailDefect.MISSING_MESSAGE_ID)
                .matchesApproved(approved)
                .meets(MailCriteria.subject("Letter"))
                .isNotAutoSubmitted()
                .asksForNoAutoReply()
                .isNotNull();
        assertThat(Sender.receive("Subject: x\n\nx")).hasNoAttachments().isNotNull();
        assertThat(letter).attachments().hasSize(1);
        assertThat(letter).transcript().anyMatch(line -> line.startsWith("S: 250"));
    }

    @Test
    void onBodies() {
        assertThat(letter)
                .body()
                .hasTextAndHtmlThatAgree()
                .hasSameLinksInTextAndHtml()
                .hasCharset("utf-8")
                .hasHttpsLinksOnly()
                .hasImagesThatResolve()
                .hasImagesWithAlt()
                .hasNoActiveContent()
                .hasNoRemoteContent()
                .hasNoTrackingPixels()
                .hasNoPlaceholders()
                .hasTextLinesAtMost(80)
                .isNotNull();
    }

    @Test
    void onAttachments() {
        assertThat(letter)
                .attachment("logo.gif")
                .hasContentOfItsType()
                .hasContentType("image/gif")
                .isInline()
                .isNotNull();
        assertThat(letter).attachment(0).content().startsWith('G', 'I', 'F');
        assertThat(letter).attachment(0).text().startsWith("GIF89a");
    }

    @Test
    void onArrivals() {
        try (MailServer server = MailServer.start()) {
            assertThat(server)
                    .isEmpty()
                    .receivesNothingFor(ofMillis(1))
                    .hasDeliveryCount(0)
                    .isNotNull();
            Sender.send(server, "Subject: One\nMessage-ID: <1@x>\n\nx", "alice@example.org");
            Sender.send(server, "Subject: Two\nMessage-ID: <2@x>\n\nx", "alice@example.org");
            Sender.send(server, "Subject: Three\nMessage-ID: <3@x>\n\nx", "alice@example.org");

            assertThat(server)
                    .receivesNothingBefore(MailCriteria.subject("One"))
                    .receivesNothingBefore(MailCriteria.subject("Two"), MailCriteria.from("bob@example.org"))
                    .hasUniqueMessageIds()
                    .receivesInOrder(MailCriteria.subject("Three"))
                    .isNotNull();
            assertThat(server.mailbox("alice@example.org"))
                    .hasUnseenCount(3)
                    .hasRoomFor(1)
                    .isNotNull();
        }
    }
}
