package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.SampleMail.invitation;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class InvitationFailureTests {

    private final ReceivedMail mail =
            invitation("alternative", "; method=REQUEST; charset=utf-8", SampleMail.EVENT.formatted(1));

    @Test
    void showsWhatItIsInstead() {
        failureOf(() -> assertThat(mail.invitation()).isCancel()).isEqualTo("""
                Expected METHOD in the calendar to be CANCEL but it is REQUEST.
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
        failureOf(() -> assertThat(mail.invitation()).isReply()).isEqualTo("""
                Expected METHOD in the calendar to be REPLY but it is REQUEST.
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
        failureOf(() -> assertThat(mail.invitation())
                        .startsAt(mail.invitation().end().orElseThrow()))
                .isEqualTo("""
                Expected the start to be 2026-11-03T11:00+01:00[Europe/Berlin] but was 2026-11-03T10:00+01:00[Europe/Berlin].
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
        failureOf(() -> assertThat(mail.invitation())
                        .endsAt(mail.invitation().start().orElseThrow()))
                .isEqualTo("""
                Expected the end to be 2026-11-03T10:00+01:00[Europe/Berlin] but was 2026-11-03T11:00+01:00[Europe/Berlin].
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
        failureOf(() -> assertThat(mail.invitation()).hasOrganizer("bob@example.org"))
                .isEqualTo("""
                Expected the organizer to be "bob@example.org" but was "shop@example.org".
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
        failureOf(() -> assertThat(mail.invitation()).hasAttendee("bob@example.org", "DECLINED"))
                .isEqualTo("""
                Expected the attendee bob@example.org (DECLINED) but the attendees are alice@example.org (ACCEPTED), bob@example.org (NEEDS-ACTION).
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
        failureOf(() -> assertThat(mail.invitation()).recurs("FREQ=DAILY")).isEqualTo("""
                Expected the recurrence to be "FREQ=DAILY" but was "FREQ=WEEKLY;COUNT=3".
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
    }

    @Test
    void saysThatATimeIsTheSameInstantInAnotherZone() {
        failureOf(() -> assertThat(mail.invitation()).startsAt(ZonedDateTime.parse("2026-11-03T09:00Z")))
                .isEqualTo("""
                Expected the start to be 2026-11-03T09:00Z but was 2026-11-03T10:00+01:00[Europe/Berlin].
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]
                It is the same instant in another zone: Europe/Berlin instead of Z.""");
    }

    @Test
    void saysWhichMethodTheContentTypeHasInstead() {
        ReceivedMail published = invitation("alternative", "; charset=utf-8; method=PUBLISH", """
            BEGIN:VCALENDAR
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:meeting@example.org
            SUMMARY:Planning
            END:VEVENT
            END:VCALENDAR
            """);

        failureOf(() -> assertThat(published.invitation()).isRequest())
                .startsWith(
                        "Expected method in Content-Type to be REQUEST but it is PUBLISH, while METHOD in the calendar"
                                + " is REQUEST.");
    }

    @Test
    void showsWhatItLacks() {
        ReceivedMail plain = invitation("alternative", "; charset=utf-8", """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Shop//EN
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:meeting@example.org
            DTSTAMP:20261101T080000Z
            ORGANIZER:mailto:shop@example.org
            ATTENDEE:mailto:alice@example.org
            END:VEVENT
            END:VCALENDAR
            """);

        failureOf(() -> assertThat(plain.invitation()).isRequest()).isEqualTo("""
                Expected method in Content-Type to be REQUEST but it is missing, while METHOD in the calendar is REQUEST.
                  REQUEST "\"""");
        failureOf(() -> assertThat(plain.invitation())
                        .startsAt(mail.invitation().start().orElseThrow()))
                .isEqualTo("""
                Expected the start to be 2026-11-03T10:00+01:00[Europe/Berlin] but there is none.
                  REQUEST "\"""");
        failureOf(() -> assertThat(plain.invitation())
                        .endsAt(mail.invitation().end().orElseThrow()))
                .isEqualTo("""
                Expected the end to be 2026-11-03T11:00+01:00[Europe/Berlin] but there is none.
                  REQUEST "\"""");
        failureOf(() -> assertThat(plain.invitation()).recurs("FREQ=DAILY")).isEqualTo("""
                Expected the recurrence to be "FREQ=DAILY" but was empty.
                  REQUEST "\"""");
        failureOf(() -> assertThat(plain.invitation()).hasAlarm()).isEqualTo("""
                Expected an alarm but there is none.
                  REQUEST "\"""");
        failureOf(() -> assertThat(plain.invitation()).hasNoMistakes()).isEqualTo("""
                Expected an invitation without mistakes but the Content-Type has no method: Outlook shows a file, no invitation; there is no DTSTART.
                  REQUEST "\"""");
        ReceivedMail other =
                invitation("alternative", "", SampleMail.EVENT.formatted(2).replace("UID:meeting", "UID:other"));
        failureOf(() -> assertThat(other.invitation()).isUpdateOf(mail.invitation()))
                .isEqualTo("""
                Expected the UID to be "meeting@example.org" but was "other@example.org".
                  REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
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
                .startsWith("Expected an invitation without mistakes but the Content-Type has no method: ");
        failureOf(() -> assertThat(broken.invitation()).hasAlarm())
                .startsWith("Expected an alarm but there is none.\n");
        assertThat(invitation("alternative", "; method=CANCEL; charset=utf-8", SampleMail.EVENT.formatted(1))
                        .invitation()
                        .mistakes())
                .containsExactly("the Content-Type says method CANCEL, the calendar REQUEST");
    }

    @Test
    void isMissedInOtherMail() {
        failureOf(() -> assertThat(Sender.receive("Subject: x\n\nx")).invitation())
                .isEqualTo("""
                    Expected a text/calendar body but the only part is text/plain.
                      mail from shop@example.org to [alice@example.org] with subject "x\"""");
        failureOf(() -> assertThat(invitation("mixed", "", "BEGIN:VCALENDAR\nEND:VCALENDAR"))
                        .invitation())
                .isEqualTo("Expected a calendar with an event but it has none.");
    }
}
