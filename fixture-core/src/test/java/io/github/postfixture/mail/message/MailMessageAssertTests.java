package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.MailCriteria.subject;
import static io.github.postfixture.mail.message.MailStructure.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import io.github.postfixture.mail.inbound.InboundMail;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessageAssertTests {

    private static final String ORDER = """
        From: =?UTF-8?Q?Sh=C3=B6p?= <shop+orders@example.org>
        To: Team: alice@example.org, Bob <bob@example.org>;
        Date: Tue, 3 Nov 2026 11:05:30 +0200
        Message-ID: <order@example.org>
        Subject: Your order
        X-Priority: 1 (Highest)
        Importance: High

        Thank you\
        """;

    private final ReceivedMail mail = Sender.receive(ORDER);

    @Nested
    class Addresses {

        @Test
        void haveANameADomainAndATag() {
            assertThat(mail).isFrom("shop+orders@example.org").isTo("alice@example.org", "bob@example.org");
            assertThat(mail).from().extracting(MailAddress::name).containsExactly("Shöp");
            assertThat(mail).from().extracting(MailAddress::domain).containsExactly("example.org");
            assertThat(mail).from().extracting(MailAddress::tag).containsExactly("orders");
            assertThat(mail).to().extracting(MailAddress::localPart).containsExactly("alice", "bob");
            assertThat(mail).rawHeaders("From").containsExactly("=?UTF-8?Q?Sh=C3=B6p?= <shop+orders@example.org>");
            assertThat(new MailAddress("", "local").domain()).isEmpty();
            assertThat(new MailAddress("", "local").localPart()).isEqualTo("local");
            assertThat(new MailAddress("", "local").tag()).isEmpty();
        }

        @Test
        void standInGroups() {
            assertThat(mail).hasGroup("To", "Team", "bob@example.org", "alice@example.org");
            failureOf(() -> assertThat(mail).hasGroup("To", "Staff", "bob@example.org"))
                    .isEqualTo("""
                        Expected a group Staff in To but the only group is Team.
                          mail from shop@example.org to [alice@example.org] with subject "Your order\"""");
            failureOf(() -> assertThat(mail).hasGroup("To", "Team", "bob@example.org"))
                    .isEqualTo("""
                        Expected group Team in To to be bob@example.org but were alice@example.org, bob@example.org.
                          mail from shop@example.org to [alice@example.org] with subject "Your order\"""");
        }

        @Test
        void ofUndisclosedRecipientsAreNone() {
            assertThat(Sender.receive("To: undisclosed-recipients:;\n\nx")).isTo();
        }
    }

    @Nested
    class Dates {

        @Test
        void haveTheirZone() {
            assertThat(mail).date().isEqualTo(OffsetDateTime.of(2026, 11, 3, 11, 5, 30, 0, ZoneOffset.ofHours(2)));
            assertThat(mail)
                    .date()
                    .isCloseTo(OffsetDateTime.parse("2026-11-03T09:05:00Z"), within(1, ChronoUnit.MINUTES))
                    .matches(date -> date.getOffset().equals(ZoneOffset.ofHours(2)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Tue, 3 Nov 2026 09:05:30 +0000 (UTC)", "3 Nov 2026  09:05:30 GMT", "3 Nov 26 09:05:30 UT"})
        void areReadInOldForms(String date) {
            assertThat(Sender.receive("Date: " + date + "\n\nx")).date().isEqualTo("2026-11-03T09:05:30Z");
        }

        @Test
        void thatCannotBeReadAreShown() {
            ReceivedMail undated = Sender.receive("Date: yesterday\n\nx");

            failureOf(() -> assertThat(undated).date()).isEqualTo("""
                Expected a Date that can be read but the only Date is yesterday.
                  mail from shop@example.org to [alice@example.org] with subject "\"""");
        }
    }

    @Nested
    class Threading {

        private final ReceivedMail answer = Sender.receive("""
            Message-ID: <answer@example.org>
            In-Reply-To: <order@example.org>
            References: <start@example.org>
             <order@example.org>
            Subject: Re: Your order

            x\
            """);

        @Test
        void tellsWhatIsAnswered() {
            assertThat(answer).isReplyTo(mail).isInThreadOf(mail);
            failureOf(() -> assertThat(mail).isReplyTo(answer)).isEqualTo("""
                Expected header In-Reply-To: <answer@example.org> but there is none.
                  mail from shop@example.org to [alice@example.org] with subject "Your order"
                The headers are:
                  From: Shöp <shop+orders@example.org>
                  To: Team: alice@example.org, Bob <bob@example.org>;
                  Date: Tue, 3 Nov 2026 11:05:30 +0200
                  Message-ID: <order@example.org>
                  Subject: Your order
                  X-Priority: 1 (Highest)
                  Importance: High""");
        }

        @Test
        void tellsWhatAnswersADeliveredMail() {
            try (MailServer server = MailServer.start()) {
                DeliveredMail question = server.mailbox("help@example.org")
                        .deliver(InboundMail.from("alice@example.org")
                                .subject("Late")
                                .messageId("<order@example.org>"));

                assertThat(answer).isReplyTo(question).isInThreadOf(question);
                failureOf(() -> assertThat(mail).isReplyTo(question))
                        .startsWith("Expected header In-Reply-To: <order@example.org> but there is none");
            }
        }

        @Test
        void needsReferencesToo() {
            ReceivedMail half = Sender.receive("In-Reply-To: <order@example.org>\n\nx");

            failureOf(() -> assertThat(half).isReplyTo(mail)).isEqualTo("""
                Expected header References: <order@example.org> but there is none, only In-Reply-To: <order@example.org>.
                  mail from shop@example.org to [alice@example.org] with subject ""
                The headers are:
                  In-Reply-To: <order@example.org>""");
        }

        @Test
        void cannotAnswerAMailWithoutMessageId() {
            failureOf(() -> assertThat(answer).isReplyTo(Sender.receive("Subject: x\n\nx")))
                    .isEqualTo("""
                        Expected In-Reply-To to name mail from shop@example.org to [alice@example.org] with subject "x" but that has no Message-ID.
                          mail from shop@example.org to [alice@example.org] with subject "Re: Your order\"""");
        }

        @Test
        void tellsWhatBelongsTogether() {
            assertThat(Sender.receive("References: <start@example.org>\n\nx")).isInThreadOf(answer);
            failureOf(() -> assertThat(mail).isInThreadOf(answer)).isEqualTo("""
                Expected a mail in the thread of <answer@example.org> <start@example.org> <order@example.org> but it refers to no mail.
                  mail from shop@example.org to [alice@example.org] with subject "Your order\"""");
        }
    }

    @Nested
    class Priority {

        @Test
        void isWhatEveryHeaderSays() {
            assertThat(mail).hasPriority(MailPriority.HIGH);
            failureOf(() -> assertThat(mail).hasPriority(MailPriority.LOW)).isEqualTo("""
                Expected the priority to be LOW but it has X-Priority: 1 (Highest), Importance: High.
                  mail from shop@example.org to [alice@example.org] with subject "Your order\"""");
        }

        @Test
        void isNormalIfNothingElseIsSaid() {
            ReceivedMail plain = Sender.receive("Subject: x\n\nx");

            assertThat(plain).hasPriority(MailPriority.NORMAL);
            failureOf(() -> assertThat(plain).hasPriority(MailPriority.HIGH))
                    .startsWith("Expected the priority to be HIGH but no header says one.\n");
        }

        @ParameterizedTest
        @CsvSource({
            "X-Priority: 5,LOW",
            "Priority: non-urgent,LOW",
            "Priority: urgent,HIGH",
            "X-Priority: 3 (Normal),NORMAL"
        })
        void isReadFromEachHeader(String header, MailPriority priority) {
            assertThat(Sender.receive(header + "\n\nx")).hasPriority(priority);
        }

        @Test
        void isNoneIfHeadersDisagree() {
            failureOf(() -> assertThat(Sender.receive("X-Priority: 1\nImportance: low\n\nx"))
                            .hasPriority(MailPriority.HIGH))
                    .startsWith("Expected the priority to be HIGH but it has X-Priority: 1, Importance: low.\n");
        }
    }

    @Nested
    class Meets {

        @Test
        void passesForCriteria() {
            assertThat(mail).meets(subject("Your order"));
            failureOf(() -> assertThat(mail).meets(subject("Your invoice"))).isEqualTo("""
                Expected a mail with subject "Your invoice" but was one with subject "Your order".
                  mail from shop@example.org to [alice@example.org] with subject "Your order\"""");
        }
    }
}
