package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.MailCriteria.subject;
import static io.github.postfixture.mail.MailStructure.alternative;
import static io.github.postfixture.mail.MailStructure.calendar;
import static io.github.postfixture.mail.MailStructure.html;
import static io.github.postfixture.mail.MailStructure.mixed;
import static io.github.postfixture.mail.MailStructure.multipart;
import static io.github.postfixture.mail.MailStructure.part;
import static io.github.postfixture.mail.MailStructure.pdf;
import static io.github.postfixture.mail.MailStructure.plain;
import static io.github.postfixture.mail.MailStructure.png;
import static io.github.postfixture.mail.MailStructure.related;
import static io.github.postfixture.mail.lint.MailDefect.MISSING_DATE;
import static io.github.postfixture.mail.lint.MailDefect.MISSING_FROM;
import static io.github.postfixture.mail.lint.MailDefect.MISSING_MESSAGE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    class Structure {

        private final ReceivedMail invoice = Sender.receive("""
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/alternative; boundary=b

            --b

            text
            --b
            Content-Type: multipart/related; boundary=c

            --c
            Content-Type: text/html

            <p>text
            --c
            Content-Type: image/png

            --c--
            --b--
            --a
            Content-Type: application/pdf

            --a--
            """);

        @Test
        void isAnExpression() {
            assertThat(invoice).hasStructure(mixed(alternative(plain(), related(html(), png())), pdf()));
            failureOf(() -> assertThat(invoice).hasStructure(alternative(plain(), html())))
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject ""
                        to have the structure:
                          alternative(text/plain, text/html)
                        but was:
                          mixed(alternative(text/plain, related(text/html, image/png)), application/pdf)\
                        """);
        }

        @Test
        void ofOnePartIsItsType() {
            assertThat(mail).hasStructure(plain());
            failureOf(() -> assertThat(mail).hasStructure(multipart("report", calendar(), part("message/rfc822"))))
                    .contains("report(text/calendar, message/rfc822)");
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

    @Nested
    class WellFormed {

        @Test
        void passesForACleanMail() {
            assertThat(mail).isWellFormed();
            assertThat(Sender.receive("From: a@b.c\n\nx")).isWellFormedExceptFor(MISSING_DATE, MISSING_MESSAGE_ID);
        }

        @Test
        void listsEveryDefect() {
            ReceivedMail broken = Sender.receive("""
                Subject: one
                Subject: two
                Date: yesterday
                no field
                X-Eight: ü
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html; charset=us-ascii

                <img src="cid:logo">ü
                --b
                Content-Disposition: attachment
                Content-Type: application/pdf
                Content-ID: <x>

                --b
                Content-ID: <x>
                Content-Type: text/plain; charset=klingon

                %s
                --b--
                """.formatted("x".repeat(999)));

            failureOf(() -> assertThat(Sender.receive("From: shop@example.org\nSubject: x\n\nx"))
                            .isWellFormed())
                    .isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org] with subject "x"
                    to be well formed
                    but:
                      missing date: there is no Date
                      missing message id: there is no Message-ID\
                    """);
            failureOf(() -> assertThat(broken).isWellFormedExceptFor(MISSING_FROM))
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "one"
                        to be well formed
                        but:
                          long line: line 21 has 999 bytes
                          malformed header: "no field" is no field
                          eight bit header: x-eight has bytes beyond ASCII
                          missing message id: there is no Message-ID
                          duplicate header: subject stands 2 times
                          unreadable date: yesterday
                          dangling reference: no part is cid:logo
                          nameless attachment: (no name) (application/pdf, 0 bytes)
                          wrong charset: text/html is not valid us-ascii
                          wrong charset: text/plain declares the unknown charset klingon\
                        """);
        }

        @Test
        void findsBareLineEndings() {
            try (MailServer server = MailServer.builder()
                    .smtp(SmtpOptions.defaults().allowBareLineEndings())
                    .start()) {
                Sender.send(
                        server,
                        "From: a@b.c\nDate: Tue, 3 Nov 2026 11:05:30 +0200\nMessage-ID: <a@b>\n\na\rb",
                        "x@y.z");

                failureOf(() -> assertThat(server.awaitMail()).isWellFormed())
                        .endsWith("but:\n  bare line ending: line 5 ends with a bare CR");
            }
        }
    }

    @Nested
    class Approved {

        @TempDir
        private Path directory;

        private final String multipart = """
            Received: from here
             by there
            From: shop@example.org
            Date: %s
            Message-ID: <%s@example.org>
            Content-Type: multipart/related; boundary="%s"

            --%3$s
            Content-Type: text/html; charset=utf-8

            <img src="cid:%2$s">Grüße, %s
            --%3$s
            Content-ID: <%2$s>
            Content-Type: image/png

            --%3$s--
            """;

        @Test
        void scrubsDatesIdsAndBoundaries() throws IOException {
            Path approved = directory.resolve("welcome.eml");
            ReceivedMail first =
                    Sender.receive(multipart.formatted("Tue, 3 Nov 2026 11:05:30 +0200", "id1", "b1", "Alice"));
            ReceivedMail second =
                    Sender.receive(multipart.formatted("Wed, 4 Nov 2026 11:05:30 +0200", "id2", "b2", "Alice"));

            failureOf(() -> assertThat(first).matchesApproved(approved))
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject ""
                        to match:
                          %s
                        but there is no such file yet.
                        The mail is now in:
                          %s\
                        """.formatted(approved, directory.resolve("welcome.received.eml")));
            Files.move(directory.resolve("welcome.received.eml"), approved);
            assertThat(second).matchesApproved(approved);
        }

        @Test
        void showsTheFirstLineThatDiffers() throws IOException {
            Path approved = directory.resolve("welcome");
            Files.writeString(approved, "From: shop@example.org\nSubject: Welcome\n\nHello\n");
            ReceivedMail other = Sender.receive("From: shop@example.org\nSubject: Welcome\n\nHullo");

            failureOf(() -> assertThat(other).matchesApproved(approved))
                    .contains("but line 4 should be:\n  \"Hello\"\nand is:\n  \"Hullo\"\n");
            assertThat(directory.resolve("welcome.received"))
                    .hasContent("From: shop@example.org\nSubject: Welcome\n\nHullo\n");
            Files.writeString(approved, "From: shop@example.org\n\n");
            assertThat(Sender.receive("From: shop@example.org\n")).matchesApproved(approved);
            assertThat(directory.resolve("welcome.received")).doesNotExist();
        }
    }
}
