package io.github.postfixture.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTests {

    private final Letter letter = Letter.welcome();

    @Nested
    class Bounces {

        @Test
        void aHardBounceNamesEveryRecipient() throws Exception {
            Read bounce = Read.mail(Bounce.hard(letter));

            assertThat(bounce.header("Content-Type")).contains("report-type=delivery-status");
            assertThat(bounce.types()).containsExactly("text/plain", "message/delivery-status", "message/rfc822");
            assertThat(bounce.textOf(1)).isEqualTo("""
                    Reporting-MTA: dns; mx.example.net
                    Arrival-Date: Tue, 24 Nov 2026 12:30:00 GMT

                    Final-Recipient: rfc822; alice@example.net
                    Action: failed
                    Status: 5.1.1
                    Diagnostic-Code: smtp; 550 5.1.1 User unknown

                    Final-Recipient: rfc822; bob@example.net
                    Action: failed
                    Status: 5.1.1
                    Diagnostic-Code: smtp; 550 5.1.1 User unknown
                    """.replace("\n", "\r\n"));
            assertThat(bounce.bytesOf(2)).isEqualTo(letter.raw());
        }

        @Test
        void itComesFromTheNullSenderToTheReturnPath() throws Exception {
            Read bounce = Read.mail(Bounce.hard(letter));

            assertThat(bounce.header("Return-Path")).isEqualTo("<>");
            assertThat(bounce.header("To")).isEqualTo("bounces@example.org");
            assertThat(bounce.header("Auto-Submitted")).isEqualTo("auto-replied");
            assertThat(bounce.subject()).isEqualTo("Undeliverable: Welcome");
        }

        @Test
        void aSoftBounceHasATransientStatus() throws Exception {
            assertThat(Read.mail(Bounce.soft(letter)).textOf(1)).contains("Action: failed\r\nStatus: 4.2.2\r\n");
        }

        @Test
        void aDelayTellsHowLongItIsTried() throws Exception {
            Read bounce = Read.mail(Bounce.of(letter).delayed("bob@example.net", "4.4.1", "timed out"));

            assertThat(bounce.subject()).isEqualTo("Delayed: Welcome");
            assertThat(bounce.textOf(1))
                    .contains("Action: delayed\r\nStatus: 4.4.1\r\n")
                    .contains("Will-Retry-Until: ");
        }

        @Test
        void recipientsMayFareDifferently() throws Exception {
            Read bounce = Read.mail(Bounce.of(letter)
                    .delivered("alice@example.net")
                    .relayed("bob@example.net")
                    .failed("carol@example.net", "5.7.1", "554 5.7.1 Refused"));

            assertThat(bounce.textOf(1))
                    .containsSubsequence("Action: delivered", "Action: relayed", "Action: failed", "Status: 5.7.1");
        }

        @Test
        void theMessageMayComeBackAsItsHeadersOnly() throws Exception {
            Read bounce = Read.mail(Bounce.hard(letter).headersOnly());

            assertThat(bounce.types()).last().isEqualTo("text/rfc822-headers");
            assertThat(bounce.textOf(2)).isEqualTo("Subject: Welcome\r\nMessage-ID: <2@example.org>\r\n\r\n");
        }

        @Test
        void someServersWriteATextAlone() throws Exception {
            Read bounce = Read.mail(Bounce.hard(letter).plainText());

            assertThat(bounce.type()).isEqualTo("text/plain");
            assertThat(bounce.content())
                    .asString()
                    .startsWith("This is the mail system at mx.example.net.")
                    .contains("<bob@example.net> could not be reached: 550 5.1.1 User unknown")
                    .contains("Message-ID: <2@example.org>");
        }

        @Test
        void aBounceThatSaysNothingIsRefused() {
            assertThatThrownBy(() -> Bounce.of(letter).raw())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("The bounce says nothing yet;");
        }
    }

    @Test
    void everyMailOfOneObjectIsTheSameEachTime() {
        for (InboundMail mail : List.of(
                InboundMail.from("c@example.net").text("Hi").html("Hi"),
                InboundMail.forward(letter),
                InboundMail.replyTo(letter).quoting(letter).html("Hi"),
                Bounce.hard(letter),
                Bounce.hard(letter).plainText(),
                Bounce.hard(letter).headersOnly(),
                Bounce.of(letter).delayed("a@example.org", "4.4.1", "timed out"),
                ReadReceipt.displayed(letter),
                AbuseReport.of(letter),
                OutOfOffice.GMAIL.to(letter))) {
            assertThat(mail.raw()).isEqualTo(mail.raw());
            assertThat(written(mail)).isEqualTo(mail.raw());
        }
    }

    @Test
    void twoReportsAreTwoMails() throws Exception {
        assertThat(Read.mail(Bounce.hard(letter)).header("Message-ID"))
                .isNotEqualTo(Read.mail(Bounce.hard(letter)).header("Message-ID"));
    }

    @Test
    void whatWouldBeAnotherFieldOfAReportIsRefused() {
        assertThatThrownBy(() -> Bounce.of(letter).failed("a@example.org\r\nStatus: 2.0.0", "5.1.1", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "value (rfc822; a@example.org\r\nStatus: 2.0.0) of Final-Recipient must be one line of text");
        assertThatThrownBy(() -> AbuseReport.of(letter).kind("fraud\nX: 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value (fraud\nX: 1) of Feedback-Type must be one line of text");
    }

    @Test
    void aDiagnosticOfSeveralLinesIsOne() throws Exception {
        Bounce bounce = Bounce.of(letter).failed("a@example.org", "5.1.1", "550-5.1.1 No such\r\n550 5.1.1 user");

        assertThat(Read.mail(bounce).textOf(1)).contains("Diagnostic-Code: smtp; 550-5.1.1 No such 550 5.1.1 user\r\n");
    }

    private static byte[] written(InboundMail mail) {
        try (ByteArrayOutputStream output = new ByteArrayOutputStream()) {
            mail.writeTo(output);
            return output.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class OtherReports {

        @Test
        void aReadReceiptRefersToTheMessage() throws Exception {
            Read receipt =
                    Read.mail(ReadReceipt.displayed(letter.with("Disposition-Notification-To", "r@example.org")));

            assertThat(receipt.header("To")).isEqualTo("r@example.org");
            assertThat(receipt.header("Content-Type")).contains("report-type=disposition-notification");
            assertThat(receipt.textOf(1)).isEqualTo("""
                    Reporting-UA: mail.example.net; Postfixture
                    Final-Recipient: rfc822; alice@example.net
                    Original-Message-ID: <2@example.org>
                    Disposition: manual-action/MDN-sent-manually; displayed
                    """.replace("\n", "\r\n"));
        }

        @Test
        void aMessageMayBeDeletedUnread() throws Exception {
            assertThat(Read.mail(ReadReceipt.deleted(letter)).textOf(1))
                    .endsWith("Disposition: automatic-action/MDN-sent-automatically; deleted\r\n");
        }

        @Test
        void anAbuseReportHoldsTheMessage() throws Exception {
            Read report = Read.mail(AbuseReport.of(letter).kind("fraud"));

            assertThat(report.header("Content-Type")).contains("report-type=feedback-report");
            assertThat(report.textOf(1))
                    .startsWith("Feedback-Type: fraud\r\n")
                    .contains("Reported-Domain: example.org\r\n");
            assertThat(report.bytesOf(2)).isEqualTo(letter.raw());
        }
    }

    @Nested
    class OutOfOffices {

        @Test
        void exchangeMarksItsAnswer() throws Exception {
            Read answer = Read.mail(OutOfOffice.EXCHANGE.to(letter));

            assertThat(answer.subject()).isEqualTo("Automatic reply: Welcome");
            assertThat(answer.header("X-Auto-Response-Suppress")).isEqualTo("All");
            assertThat(answer.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(answer.header("In-Reply-To")).isEqualTo("<2@example.org>");
        }

        @Test
        void gmailMarksItsAnswer() throws Exception {
            Read answer = Read.mail(OutOfOffice.GMAIL.to(letter));

            assertThat(answer.header("Auto-Submitted")).isEqualTo("auto-replied");
            assertThat(answer.header("Precedence")).isEqualTo("bulk");
        }

        @Test
        void sieveMarksItsAnswer() throws Exception {
            assertThat(Read.mail(OutOfOffice.SIEVE.to(letter)).header("Auto-Submitted"))
                    .isEqualTo("auto-replied (vacation)");
        }

        @Test
        void someMarkNothing() throws Exception {
            assertThat(Read.mail(OutOfOffice.UNMARKED.to(letter)).headerNames())
                    .doesNotContain("Auto-Submitted", "Precedence", "X-Auto-Response-Suppress");
        }

        @Test
        void theTextCanBeReplaced() throws Exception {
            assertThat(Read.mail(OutOfOffice.GMAIL.to(letter).text("Back on Monday"))
                            .content())
                    .isEqualTo("Back on Monday");
        }
    }

    @ParameterizedTest
    @EnumSource(MalformedMail.class)
    void malformedMailIsTheSameEachTimeAndNotEmpty(MalformedMail mail) {
        assertThat(mail.raw()).isNotEmpty().isEqualTo(mail.raw());
    }

    @ParameterizedTest
    @EnumSource(
            value = MalformedMail.class,
            names = {"NO_HEADER", "BARE_LINE_FEEDS"},
            mode = EnumSource.Mode.EXCLUDE)
    void malformedMailHasTheLinesOfAMail(MalformedMail mail) {
        assertThat(new String(mail.raw(), StandardCharsets.ISO_8859_1))
                .startsWith("From: ")
                .contains("\r\n");
    }
}
