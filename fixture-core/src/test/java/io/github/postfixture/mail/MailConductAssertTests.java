package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.postfixture.mail.dkim.DkimKeys;
import io.github.postfixture.web.Response;
import io.github.postfixture.web.WebServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailConductAssertTests {

    @Nested
    class Automation {

        private final ReceivedMail byHand =
                Sender.receive("Subject: x\nAuto-Submitted: no\nPrecedence: first-class\n\nx");
        private final ReceivedMail automatic = Sender.receive("Subject: x\nAuto-Submitted: auto-generated\n\nx");

        @Test
        void isDeclared() {
            assertThat(automatic).isAutoSubmitted().asksForNoAutoReply();
            assertThat(byHand).isNotAutoSubmitted();
            failureOf(() -> assertThat(byHand).isAutoSubmitted()).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "x"
                to be auto-submitted
                but its headers on automation are:
                  Auto-Submitted: no
                  Precedence: first-class\
                """);
            failureOf(() -> assertThat(automatic).isNotAutoSubmitted()).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "x"
                not to be auto-submitted
                but its headers on automation are:
                  Auto-Submitted: auto-generated\
                """);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X-Auto-Response-Suppress: All",
                    "Precedence: bulk",
                    "Auto-Submitted: auto-replied",
                    "Auto-Submitted: notes-by-machine",
                    "List-Id: <news.example.org>"
                })
        void preventsLoops(String header) {
            assertThat(Sender.receive(header + "\n\nx")).asksForNoAutoReply();
        }

        @Test
        void thatDoesNotPreventLoopsIsShown() {
            failureOf(() -> assertThat(Sender.receive("Subject: x\n\nx")).asksForNoAutoReply())
                    .endsWith("to ask for no automatic reply\nbut its headers on automation are:\n  (none)");
        }
    }

    @Nested
    class Unsubscribing {

        private static final String SIGNED =
                "DKIM-Signature: v=1; h=from:List-Unsubscribe:\n list-unsubscribe-post; b=x\n";

        @Test
        void takesOneClick() {
            ReceivedMail mail = Sender.receive("List-Unsubscribe: <mailto:u@example.org>, <https://example.org/u>\n"
                    + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n" + SIGNED + "\nx");

            assertThat(mail).hasOneClickUnsubscribe();
        }

        @Test
        void listsEverythingThatPreventsIt() {
            ReceivedMail mail = Sender.receive("List-Unsubscribe: <http://example.org/u>\nSubject: News\n\nx");

            failureOf(() -> assertThat(mail).hasOneClickUnsubscribe()).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "News"
                to be unsubscribed from with one click
                but:
                  List-Unsubscribe has no https address, only [http://example.org/u]
                  List-Unsubscribe-Post is not "List-Unsubscribe=One-Click" but []
                  no DKIM-Signature covers List-Unsubscribe
                  no DKIM-Signature covers List-Unsubscribe-Post\
                """);
            failureOf(() -> assertThat(Sender.receive(SIGNED + "\nx")).hasOneClickUnsubscribe())
                    .contains("but:\n  there is no List-Unsubscribe\n");
        }

        @Test
        void postsWhatAMailReaderPosts() {
            try (WebServer web = WebServer.start()) {
                web.serve("/u", Response.text("Gone"));
                ReceivedMail mail =
                        Sender.receive("List-Unsubscribe: <mailto:u@x>, <" + web.uri("/u?id=1&k=2") + ">\n\nx");

                assertThat(mail.unsubscribe()).hasStatusOk();
                assertThat(web.exchanges().get(0).request().method()).isEqualTo("POST");
                assertThat(web.exchanges().get(0).request().target()).isEqualTo("/u?id=1&k=2");
                assertThat(web.exchanges().get(0).request().formParameter("List-Unsubscribe"))
                        .contains("One-Click");
            }
        }

        @Test
        void failsWithoutAnAddress() {
            failureOf(() -> Sender.receive("Subject: News\n\nx").unsubscribe()).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "News"
                to have a web address in List-Unsubscribe
                but it has:
                  (none)\
                """);
        }
    }

    @Nested
    class Signing {

        private static final String MESSAGE = "From: shop@example.org\nSubject: Welcome\n\nHello";

        private final KeyPair pair = rsa();
        private final DkimKeys keys = DkimKeys.of("example.org", "s1", pair.getPublic());

        @Test
        void isVerifiedWithTheKeyGiven() throws Exception {
            assertThat(Sender.receive(signature() + "\n" + MESSAGE)).isSignedBy("Example.org", keys);
        }

        @Test
        void failsForAChangedMessage() throws Exception {
            ReceivedMail changed = Sender.receive(signature() + "\n" + MESSAGE + "!");

            failureOf(() -> assertThat(changed).isSignedBy("example.org", keys)).startsWith("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Welcome"
                to have a valid DKIM signature of:
                  example.org
                with the keys s1._domainkey.example.org but:
                """);
        }

        @Test
        void failsForAnotherKeyAnotherDomainAndNoSignature() throws Exception {
            ReceivedMail signed = Sender.receive(signature() + "\n" + MESSAGE);

            failureOf(() -> assertThat(signed)
                            .isSignedBy("example.org", DkimKeys.of("example.org", "s1", rsa().getPublic())))
                    .contains("with the keys s1._domainkey.example.org but:\n  ");
            failureOf(() -> assertThat(signed).isSignedBy("other.org", keys)).endsWith("it is signed by example.org");
            failureOf(() -> assertThat(Sender.receive(MESSAGE)).isSignedBy("example.org", keys))
                    .endsWith("there is no DKIM-Signature");
        }

        @Test
        void refusesOtherKeys() throws Exception {
            PublicKey key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();

            assertThatThrownBy(() -> DkimKeys.of("example.org", "s1", key))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("key (EC) must be RSA: Apache jDKIM verifies no other signatures");
        }

        private String signature() throws Exception {
            String template = "v=1; a=rsa-sha256; c=simple/simple; d=example.org; s=s1; h=from:subject; bh=; b=;";
            byte[] message = (MESSAGE.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.US_ASCII);
            return new DKIMSigner(template, pair.getPrivate()).sign(new ByteArrayInputStream(message));
        }

        private static KeyPair rsa() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(1024);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Nested
    class Inviting {

        private static final String EVENT = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Shop//EN
            METHOD:REQUEST
            BEGIN:VTIMEZONE
            TZID:Europe/Berlin
            BEGIN:STANDARD
            DTSTART:19701025T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:meeting@example.org
            SEQUENCE:%d
            DTSTAMP:20261101T080000Z
            DTSTART;TZID=Europe/Berlin:20261103T100000
            DTEND;TZID=Europe/Berlin:20261103T110000
            RRULE:FREQ=WEEKLY;COUNT=3
            SUMMARY:Planning
            ORGANIZER:mailto:shop@example.org
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:alice@example.org
            ATTENDEE;RSVP=TRUE:mailto:bob@exam
             ple.org
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT15M
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """;

        private final ReceivedMail mail =
                invitation("alternative", "; method=REQUEST; charset=utf-8", EVENT.formatted(1));

        private static ReceivedMail invitation(String multipart, String parameters, String calendar) {
            return Sender.receive("""
                Subject: Planning
                Content-Type: multipart/%s; boundary=b

                --b

                Please come
                --b
                Content-Type: text/calendar%s

                %s
                --b--
                """.formatted(multipart, parameters, calendar));
        }

        @Test
        void isRead() {
            ZoneId berlin = ZoneId.of("Europe/Berlin");

            assertThat(mail)
                    .invitation()
                    .isRequest()
                    .startsAt(ZonedDateTime.of(2026, 11, 3, 10, 0, 0, 0, berlin))
                    .endsAt(ZonedDateTime.of(2026, 11, 3, 11, 0, 0, 0, berlin))
                    .hasOrganizer("shop@example.org")
                    .hasAttendee("alice@example.org", "ACCEPTED")
                    .hasAttendee("bob@example.org", "NEEDS-ACTION")
                    .recurs("FREQ=WEEKLY;COUNT=3")
                    .hasAlarm()
                    .hasNoMistakes()
                    .summary()
                    .isEqualTo("Planning");
        }

        @Test
        void isUpdatedByAHigherSequence() {
            ReceivedMail update = invitation("alternative", "; method=REQUEST; charset=utf-8", EVENT.formatted(2));

            assertThat(update).invitation().isUpdateOf(mail.invitation());
            failureOf(() -> assertThat(mail.invitation()).isUpdateOf(update.invitation()))
                    .isEqualTo("""
                        Expecting:
                          REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]
                        to have a sequence higher than:
                          2
                        but was:
                          1\
                        """);
        }

        @Test
        void mayTakeWholeDays() {
            ReceivedMail fair = invitation("alternative", "; method=REQUEST; charset=utf-8", """
                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:fair@example.org
                SEQUENCE:3
                DTSTART;VALUE=DATE:20261103
                LOCATION:Hall 5
                ORGANIZER:mailto:Shop@Example.org
                END:VEVENT
                END:VCALENDAR
                """);

            assertThat(fair).invitation().isAllDay().hasOrganizer("shop@example.org");
            assertThat(fair).invitation().uid().isEqualTo("fair@example.org");
            assertThat(fair).invitation().sequence().isEqualTo(3);
            assertThat(fair).invitation().location().isEqualTo("Hall 5");
            assertThat(fair.invitation().start().map(ZonedDateTime::toLocalDateTime))
                    .contains(LocalDateTime.of(2026, 11, 3, 0, 0));
            failureOf(() -> assertThat(mail.invitation()).isAllDay()).isEqualTo("""
                Expecting:
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]
                to start with:
                  a day
                but was:
                  a time\
                """);
        }

        @Test
        void showsWhatItIsInstead() {
            failureOf(() -> assertThat(mail.invitation()).isCancel())
                    .endsWith("to have the method:\n  CANCEL\nbut was:\n  REQUEST");
            failureOf(() -> assertThat(mail.invitation()).isReply())
                    .endsWith("to have the method:\n  REPLY\nbut was:\n  REQUEST");
            failureOf(() -> assertThat(mail.invitation()).hasAttendee("bob@example.org", "DECLINED"))
                    .endsWith("""
                        to have the attendee:
                          bob@example.org (DECLINED)
                        but the attendees are:
                          alice@example.org (ACCEPTED)
                          bob@example.org (NEEDS-ACTION)\
                        """);
            failureOf(() -> assertThat(mail.invitation()).recurs("FREQ=DAILY"))
                    .endsWith("to recur by:\n  FREQ=DAILY\nbut was:\n  FREQ=WEEKLY;COUNT=3");
        }

        @Test
        void namesEveryMistake() {
            ReceivedMail broken = invitation("mixed", "", """
                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                DTSTART;TZID=Mars/Base:20261103T100000
                DTEND:20261103T090000
                END:VEVENT
                END:VCALENDAR
                """);

            assertThat(broken.invitation().mistakes())
                    .contains(
                            "the Content-Type has no method: Outlook shows a file, no invitation",
                            "the charset is not utf-8: Outlook garbles names",
                            "it is not in multipart/alternative: Gmail and Outlook show a file, no buttons",
                            "there is no PRODID",
                            "there is no UID",
                            "there is no DTSTAMP",
                            "there is no ORGANIZER",
                            "there is no ATTENDEE: nobody can answer",
                            "there is no VTIMEZONE for Mars/Base: Outlook guesses",
                            "times have no zone: everybody reads them as local");
            failureOf(() -> assertThat(broken).invitation().hasNoMistakes())
                    .contains("to have no mistakes\nbut:\n  the Content-Type");
            failureOf(() -> assertThat(broken.invitation()).hasAlarm()).endsWith("to have an alarm");
            assertThat(invitation("alternative", "; method=CANCEL; charset=utf-8", EVENT.formatted(1))
                            .invitation()
                            .mistakes())
                    .containsExactly("the Content-Type says method CANCEL, the calendar REQUEST");
        }

        @Test
        void isMissedInOtherMail() {
            failureOf(() -> assertThat(Sender.receive("Subject: x\n\nx")).invitation())
                    .isEqualTo("""
                        Expecting:
                          mail from shop@example.org to [alice@example.org] with subject "x"
                        to have a text/calendar body
                        but its parts are:
                          text/plain\
                        """);
            failureOf(() -> assertThat(invitation("mixed", "", "BEGIN:VCALENDAR\nEND:VCALENDAR"))
                            .invitation())
                    .isEqualTo("Expecting:\n  a calendar\nto have an event\nbut it has none");
        }
    }

    @Nested
    class WithAssertJ {

        private final ReceivedMail mail = Sender.receive("Subject: Welcome\n\nHello");

        @Test
        void factoriesGoOnFromLists() {
            assertThat(List.of(mail)).first(MailAssertFactories.MAIL).hasSubject("Welcome");
        }

        @Test
        void thenReadsAsBehaviour() {
            then(mail).hasSubject("Welcome");
        }

        @Test
        void softAssertionsCollect() {
            SoftAssertions softly = new SoftAssertions();
            ReceivedMailAssert soft = softly.proxy(ReceivedMailAssert.class, ReceivedMail.class, mail);
            soft.hasSubject("Hello").isFrom("bob@example.org").hasTextContaining("Hello");

            assertThat(softly.assertionErrorsCollected()).hasSize(2);
        }
    }
}
