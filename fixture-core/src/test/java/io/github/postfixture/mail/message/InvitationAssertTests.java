package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.SampleMail.invitation;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class InvitationAssertTests {

    private final ReceivedMail mail =
            invitation("alternative", "; method=REQUEST; charset=utf-8", SampleMail.EVENT.formatted(1));

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
        ReceivedMail update =
                invitation("alternative", "; method=REQUEST; charset=utf-8", SampleMail.EVENT.formatted(2));

        assertThat(update).invitation().isUpdateOf(mail.invitation()).isNotNull();
        failureOf(() -> assertThat(mail.invitation()).isUpdateOf(mail.invitation()))
                .startsWith("Expected a sequence above 1 but it is 1.\n");
        failureOf(() -> assertThat(mail.invitation()).isUpdateOf(update.invitation()))
                .isEqualTo("""
                    Expected a sequence above 2 but it is 1.
                      REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
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
            Expected an event of whole days but it starts at 2026-11-03T10:00+01:00[Europe/Berlin].
              REQUEST "Planning" at 2026-11-03T10:00+01:00[Europe/Berlin]""");
    }

    @Test
    void cancelsAndAnswersToo() {
        String calendar = SampleMail.EVENT.formatted(1);

        assertThat(invitation("alternative", "; method=CANCEL", calendar.replace("METHOD:REQUEST", "METHOD:CANCEL")))
                .invitation()
                .isCancel()
                .isNotNull();
        assertThat(invitation("alternative", "; method=REPLY", calendar.replace("METHOD:REQUEST", "METHOD:REPLY")))
                .invitation()
                .isReply()
                .isNotNull();
    }
}
