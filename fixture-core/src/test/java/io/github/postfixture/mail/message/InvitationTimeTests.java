package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.SampleMail.invitation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.postfixture.ical.Invitation;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTimeTests {

    private static Invitation event(String... lines) {
        return invitation("alternative", "; method=REQUEST; charset=utf-8", """
                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                SUMMARY:Planning
                %s
                END:VEVENT
                END:VCALENDAR
                """.formatted(String.join("\n", lines)))
                .invitation();
    }

    private static ZonedDateTime time(String time, String zone) {
        return LocalDateTime.parse(time).atZone(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, 2026-10-25T01:30",
        "PT1H30M, 2026-10-25T02:00",
        "P1D, 2026-10-26T00:30",
        "PT24H, 2026-10-25T23:30",
        "P1W, 2026-11-01T00:30",
        "P1DT2H, 2026-10-26T02:30",
        "-PT15M, 2026-10-25T00:15",
    })
    void mayEndAfterADuration(String duration, String end) {
        assertThat(event("DTSTART;TZID=Europe/Berlin:20261025T003000", "DURATION:" + duration))
                .endsAt(time(end, "Europe/Berlin"));
    }

    @Test
    void endsWithTheDayOrAtOnceIfNothingIsSaid() {
        assertThat(event("DTSTART;VALUE=DATE:20261103").end().map(ZonedDateTime::toLocalDateTime))
                .contains(LocalDateTime.of(2026, 11, 4, 0, 0));
        assertThat(event("DTSTART;VALUE=DATE:20261103", "DURATION:P2D").end().map(ZonedDateTime::toLocalDateTime))
                .contains(LocalDateTime.of(2026, 11, 5, 0, 0));
        assertThat(event("DTSTART:20261103T080000Z")).endsAt(time("2026-11-03T08:00", "Z"));
        assertThat(event("DTSTART:20261103T080000Z", "DTEND:20261103T090000Z", "DURATION:PT5H"))
                .endsAt(time("2026-11-03T09:00", "Z"));
        assertThat(event("UID:1").end()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "W. Europe Standard Time, Europe/Berlin",
        "\"Eastern Standard Time\", America/New_York",
        "India Standard Time, Asia/Kolkata",
        "UTC, UTC",
        "Europe/Berlin, Europe/Berlin",
        "/freeassociation.sourceforge.net/Europe/Berlin, Europe/Berlin",
        "/softwarestudio.org/Olson_2011/America/Argentina/Buenos_Aires, America/Argentina/Buenos_Aires",
    })
    void isInTheZoneThatTheCalendarOnlyNames(String name, String zone) {
        Invitation meeting =
                event("DTSTART;TZID=" + name + ":20260703T100000", "DTEND;TZID=" + name + ":20260703T110000");

        assertThat(meeting).startsAt(time("2026-07-03T10:00", zone)).endsAt(time("2026-07-03T11:00", zone));
    }

    @Test
    void isRefusedInAZoneThatNobodyKnows() {
        Invitation meeting = event("DTSTART;TZID=Customized Time Zone:20261103T100000", "DURATION:PT1H");

        assertThat(meeting).hasToString("REQUEST \"Planning\"");
        assertThat(meeting.mistakes()).contains("there is no VTIMEZONE for Customized Time Zone: Outlook guesses");
        failureOf(meeting::start).isEqualTo("""
                Expected times in a known zone but there is no VTIMEZONE for Customized Time Zone.
                  "Planning\"""");
        failureOf(() -> assertThat(meeting).endsAt(time("2026-11-03T11:00", "Z")))
                .startsWith("Expected times in a known zone but there is no VTIMEZONE for Customized Time Zone.\n");
    }

    @Test
    void isReadFromAFileToo() {
        ReceivedMail mail = SampleMail.with("application/ics; method=REQUEST", """
                \u00ef\u00bb\u00bfBEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                DTSTART:20261103T080000Z
                END:VEVENT
                END:VCALENDAR
                """);

        assertThat(mail).invitation().isRequest().startsAt(time("2026-11-03T08:00", "Z"));
    }

    @Test
    void hasItsMethodInAnyCase() {
        ReceivedMail mail = invitation(
                "alternative",
                "; method=\"request\"",
                SampleMail.EVENT.formatted(1).replace("METHOD:REQUEST", "method:Request"));

        assertThat(mail).invitation().isRequest().isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "BEGIN:VTIMEZONE\n",
                "DTSTART;TZID=a",
                "RRULE;",
                "TZID:x\n",
                "/",
                "\n ",
                "DTSTART:20261103T100000\n"
            })
    @Timeout(60)
    void isReadAtAnyLength(String piece) {
        Invitation meeting = event("SUMMARY:a", "RRULE:" + piece.repeat(200_000 / piece.length()) + "b");

        assertThatCode(() -> assertThat(meeting).hasNoMistakes()).isInstanceOf(AssertionError.class);
        assertThat(meeting.recurrence()).isNotNull();
    }
}
