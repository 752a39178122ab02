package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.MailCriteria.subject;
import static io.github.postfixture.mail.message.MailStructure.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.postfixture.mail.Sender;
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
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Your order"
                        to have in To the group:
                          Staff
                        but its groups are:
                          Team\
                        """);
            failureOf(() -> assertThat(mail).hasGroup("To", "Team", "bob@example.org"))
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Your order"
                        to have in To in group Team:
                          bob@example.org
                        but was:
                          alice@example.org, bob@example.org\
                        """);
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
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject ""
                to have a:
                  Date that can be read
                but it has the values:
                  yesterday\
                """);
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
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Your order"
                to name in In-Reply-To:
                  <answer@example.org>
                but it names:
                  (none)\
                """);
        }

        @Test
        void needsReferencesToo() {
            ReceivedMail half = Sender.receive("In-Reply-To: <order@example.org>\n\nx");

            failureOf(() -> assertThat(half).isReplyTo(mail)).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject ""
                to name in References:
                  <order@example.org>
                but it names:
                  (none)\
                """);
        }

        @Test
        void cannotAnswerAMailWithoutMessageId() {
            failureOf(() -> assertThat(answer).isReplyTo(Sender.receive("Subject: x\n\nx")))
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "Re: Your order"
                        to name in In-Reply-To:
                          (a mail without Message-ID)
                        but it names:
                          <order@example.org>\
                        """);
        }

        @Test
        void tellsWhatBelongsTogether() {
            assertThat(Sender.receive("References: <start@example.org>\n\nx")).isInThreadOf(answer);
            failureOf(() -> assertThat(mail).isInThreadOf(answer)).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Your order"
                to be in the thread of:
                  <answer@example.org> <start@example.org> <order@example.org>
                but it refers to:
                  (none)\
                """);
        }
    }

    @Nested
    class Priority {

        @Test
        void isWhatEveryHeaderSays() {
            assertThat(mail).hasPriority(MailPriority.HIGH);
            failureOf(() -> assertThat(mail).hasPriority(MailPriority.LOW)).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Your order"
                to have the priority:
                  LOW
                but the headers that say one are:
                  X-Priority: 1 (Highest)
                  Importance: High\
                """);
        }

        @Test
        void isNormalIfNothingElseIsSaid() {
            ReceivedMail plain = Sender.receive("Subject: x\n\nx");

            assertThat(plain).hasPriority(MailPriority.NORMAL);
            failureOf(() -> assertThat(plain).hasPriority(MailPriority.HIGH)).endsWith("are:\n  (none)");
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
                    .endsWith("are:\n  X-Priority: 1\n  Importance: low");
        }
    }

    @Nested
    class Meets {

        @Test
        void passesForCriteria() {
            assertThat(mail).meets(subject("Your order"));
            failureOf(() -> assertThat(mail).meets(subject("Your invoice"))).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Your order"
                to be:
                  with subject "Your invoice"
                but was:
                  subject "Your order\"\
                """);
        }
    }
}
