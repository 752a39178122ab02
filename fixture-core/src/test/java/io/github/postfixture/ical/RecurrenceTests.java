package io.github.postfixture.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTests {

    private static final Instant BEGIN = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2040-01-01T00:00:00Z");

    private static CalendarEntry object(String... lines) {
        String text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return CalendarEntry.first(text.getBytes(StandardCharsets.UTF_8), "VEVENT", "an event");
    }

    private static String starts(CalendarEntry object, int most) {
        return object.recurrence().instances(BEGIN, END, most).stream()
                .map(instance -> instance.start().toLocalDateTime().toString())
                .collect(Collectors.joining(" "));
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text);
    }

    /** The examples of RFC 5545 section 3.8.5.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19970902T090000|FREQ=DAILY;COUNT=10|10|1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07 1997-09-08 1997-09-09 1997-09-10 1997-09-11",
                "19970902T090000|FREQ=DAILY;UNTIL=19971224T000000Z|113|1997-09-02 1997-09-03",
                "19970902T090000|FREQ=DAILY;INTERVAL=2|-|1997-09-02 1997-09-04 1997-09-06 1997-09-08",
                "19970902T090000|FREQ=DAILY;INTERVAL=10;COUNT=5|5|1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12",
                "19980101T090000|FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA|93|1998-01-01 1998-01-02",
                "19980101T090000|FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1|93|1998-01-01 1998-01-02",
                "19970902T090000|FREQ=WEEKLY;COUNT=10|10|1997-09-02 1997-09-09 1997-09-16",
                "19970902T090000|FREQ=WEEKLY;UNTIL=19971224T000000Z|17|1997-09-02 1997-09-09",
                "19970902T090000|FREQ=WEEKLY;INTERVAL=2;WKST=SU|-|1997-09-02 1997-09-16 1997-09-30 1997-10-14",
                "19970902T090000|FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH|10|1997-09-02 1997-09-04 1997-09-09 1997-09-11",
                "19970901T090000|FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR|25|1997-09-01 1997-09-03 1997-09-05 1997-09-15",
                "19970902T090000|FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH|8|1997-09-02 1997-09-04 1997-09-16 1997-09-18",
                "19970905T090000|FREQ=MONTHLY;COUNT=10;BYDAY=1FR|10|1997-09-05 1997-10-03 1997-11-07 1997-12-05",
                "19970905T090000|FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR|4|1997-09-05 1997-10-03 1997-11-07 1997-12-05",
                "19970907T090000|FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU|10|1997-09-07 1997-09-28 1997-11-02 1997-11-30",
                "19970922T090000|FREQ=MONTHLY;COUNT=6;BYDAY=-2MO|6|1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16",
                "19970928T090000|FREQ=MONTHLY;BYMONTHDAY=-3|-|1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26",
                "19970902T090000|FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15|10|1997-09-02 1997-09-15 1997-10-02 1997-10-15",
                "19970930T090000|FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1|10|1997-09-30 1997-10-01 1997-10-31 1997-11-01",
                "19970910T090000|FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15|10|1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15 1999-03-10",
                "19970902T090000|FREQ=MONTHLY;INTERVAL=2;BYDAY=TU|-|1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04",
                "19970610T090000|FREQ=YEARLY;COUNT=10;BYMONTH=6,7|10|1997-06-10 1997-07-10 1998-06-10 1998-07-10",
                "19970310T090000|FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3|10|1997-03-10 1999-01-10 1999-02-10 1999-03-10",
                "19970101T090000|FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200|10|1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18",
                "19970519T090000|FREQ=YEARLY;BYDAY=20MO|-|1997-05-19 1998-05-18 1999-05-17",
                "19970512T090000|FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO|-|1997-05-12 1998-05-11 1999-05-17",
                "19970313T090000|FREQ=YEARLY;BYMONTH=3;BYDAY=TH|-|1997-03-13 1997-03-20 1997-03-27 1998-03-05",
                "19970605T090000|FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8|-|1997-06-05 1997-06-12 1997-06-19 1997-06-26 1997-07-03",
                "19980213T090000|FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13|-|1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13",
                "19970913T090000|FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13|-|1997-09-13 1997-10-11 1997-11-08 1997-12-13",
                "19961105T090000|FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8|-|1996-11-05 2000-11-07 2004-11-02",
                "19970904T090000|FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3|3|1997-09-04 1997-10-07 1997-11-06",
                "19970929T090000|FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2|-|1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29",
                "19970805T090000|FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO|4|1997-08-05 1997-08-10 1997-08-19 1997-08-24",
                "19970805T090000|FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU|4|1997-08-05 1997-08-17 1997-08-19 1997-08-31",
                "20070115T090000|FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5|5|2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30",
                "20000229T090000|FREQ=YEARLY|-|2000-02-29 2004-02-29 2008-02-29",
                "20000131T090000|FREQ=MONTHLY|-|2000-01-31 2000-03-31 2000-05-31",
                "20240513T090000|FREQ=YEARLY;BYMONTHDAY=13|-|2024-05-13 2024-06-13 2024-07-13",
                "20201228T090000|FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=4|4|2020-12-28 2026-12-28 2032-12-27 2037-12-28",
                "20161231T090000|FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SA;COUNT=3|3|2016-12-31 2017-12-30 2018-12-29",
                "20260101T090000|freq=daily;count=2|2|2026-01-01 2026-01-02",
            })
    void followsTheRule(String start, String rule, String count, String days) {
        CalendarEntry object = object("DTSTART;TZID=America/New_York:" + start, "RRULE:" + rule);

        String expected = days.replace(" ", "T09:00 ") + "T09:00";
        assertThat(starts(object, 5000) + " ").startsWith(expected + " ");
        if (!count.equals("-")) {
            assertThat(object.recurrence().instances(BEGIN, END, 5000)).hasSize(Integer.parseInt(count));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z, 1997-09-02T09:00 1997-09-02T12:00 1997-09-02T15:00",
        "FREQ=MINUTELY;INTERVAL=15;COUNT=3, 1997-09-02T09:00 1997-09-02T09:15 1997-09-02T09:30",
        "FREQ=MINUTELY;INTERVAL=90;COUNT=4, 1997-09-02T09:00 1997-09-02T10:30 1997-09-02T12:00 1997-09-02T13:30",
        "'FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,40;COUNT=5', 1997-09-02T09:00 1997-09-02T09:40 1997-09-02T10:00 1997-09-02T10:40 1997-09-03T09:00",
        "'FREQ=MINUTELY;INTERVAL=40;BYHOUR=9,10;COUNT=4', 1997-09-02T09:00 1997-09-02T09:40 1997-09-02T10:20 1997-09-03T09:00",
    })
    void followsTheRuleWithinADay(String rule, String starts) {
        assertThat(starts(object("DTSTART;TZID=America/New_York:19970902T090000", "RRULE:" + rule), 100))
                .isEqualTo(starts);
    }

    @Test
    void endsByTheZoneOfTheStart() {
        String start = "DTSTART;TZID=Asia/Tokyo:20260101T080000";

        assertThat(starts(object(start, "RRULE:FREQ=DAILY;UNTIL=20260102T225959Z"), 9))
                .isEqualTo("2026-01-01T08:00 2026-01-02T08:00");
        assertThat(starts(object(start, "RRULE:FREQ=DAILY;UNTIL=20260102T230000Z"), 9))
                .isEqualTo("2026-01-01T08:00 2026-01-02T08:00 2026-01-03T08:00");
        assertThat(starts(object(start, "RRULE:FREQ=DAILY;UNTIL=20260102"), 9))
                .isEqualTo("2026-01-01T08:00 2026-01-02T08:00");
        assertThat(starts(object("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY;UNTIL=20260102T000000Z"), 9))
                .isEqualTo("2026-01-01T00:00 2026-01-02T00:00");
    }

    @Test
    void startsWithTheGivenStartEvenIfTheRuleDoesNot() {
        assertThat(starts(object("DTSTART:20260901T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"), 9))
                .isEqualTo("2026-09-01T09:00 2026-09-07T09:00 2026-09-14T09:00");
    }

    @Test
    void movesWhatFallsIntoAGapOfTheClock() {
        List<RecurrenceInstance> instances = object(
                        "DTSTART;TZID=Europe/Berlin:20260328T023000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
                .recurrence()
                .instances(BEGIN, END, 9);

        assertThat(instances)
                .extracting(instance -> instance.start().toInstant().toString())
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
        assertThat(instances.get(1).end().toInstant()).isEqualTo("2026-03-29T02:30:00Z");
    }

    @Test
    void takesTheFirstOfTwoTimesThatTheClockShowsTwice() {
        assertThat(object("DTSTART;TZID=Europe/Berlin:20261024T023000", "RRULE:FREQ=DAILY;COUNT=3")
                        .recurrence()
                        .instances(BEGIN, END, 9))
                .extracting(instance -> instance.start().toInstant().toString())
                .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void leavesDatesOutAndAddsOthers() {
        assertThat(starts(
                        object(
                                "DTSTART;TZID=Europe/Berlin:20260101T100000",
                                "RRULE:FREQ=DAILY;COUNT=4",
                                "EXDATE;TZID=Europe/Berlin:20260102T100000,20260103T100000",
                                "RDATE:20260110T090000Z,20260101T090000Z",
                                "RDATE;VALUE=PERIOD:20260111T090000Z/PT5H"),
                        9))
                .isEqualTo("2026-01-01T10:00 2026-01-04T10:00 2026-01-10T09:00 2026-01-11T09:00");
    }

    @Test
    void replacesInstances() {
        CalendarEntry object = object(
                "DTSTART:20260101T100000Z",
                "DURATION:PT1H",
                "SUMMARY:all",
                "RRULE:FREQ=DAILY;COUNT=4",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:1",
                "RECURRENCE-ID:20260102T100000Z",
                "DTSTART:20260601T120000Z",
                "DTEND:20260601T140000Z",
                "SUMMARY:moved");

        assertThat(starts(object, 9)).isEqualTo("2026-01-01T10:00 2026-01-03T10:00 2026-01-04T10:00 2026-06-01T12:00");
        Recurrence recurrence = object.recurrence();
        assertThat(recurrence.overlaps(Instant.parse("2026-01-02T00:00:00Z"), Instant.parse("2026-01-03T00:00:00Z")))
                .isFalse();
        assertThat(recurrence.overlaps(Instant.parse("2026-06-01T13:59:00Z"), END))
                .isTrue();
        assertThat(recurrence.instances(BEGIN, END, 9).get(3).component().text("SUMMARY"))
                .isEqualTo("moved");
    }

    @Test
    void changesAllThatFollow() {
        CalendarEntry object = object(
                "DTSTART:20260101T100000Z",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=4",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:1",
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20260103T100000Z",
                "DTSTART:20260103T113000Z",
                "DURATION:PT2H");

        assertThat(starts(object, 9)).isEqualTo("2026-01-01T10:00 2026-01-02T10:00 2026-01-03T11:30 2026-01-04T11:30");
        assertThat(object.recurrence().instances(BEGIN, END, 9).get(3).end().toLocalDateTime())
                .isEqualTo(time("2026-01-04T13:30"));
    }

    @Test
    void goesByRulesThatOnlyTheCalendarKnows() {
        byte[] calendar = String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "BEGIN:VTIMEZONE",
                        "TZID:Our Zone",
                        "BEGIN:STANDARD",
                        "DTSTART:20001029T030000",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
                        "TZOFFSETFROM:+0330",
                        "TZOFFSETTO:+0230",
                        "END:STANDARD",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20000326T020000",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
                        "TZOFFSETFROM:+0230",
                        "TZOFFSETTO:+0330",
                        "END:DAYLIGHT",
                        "END:VTIMEZONE",
                        "BEGIN:VEVENT",
                        "DTSTART;TZID=Our Zone:20260328T023000",
                        "RRULE:FREQ=DAILY;COUNT=2",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "DTSTART;TZID=Our Zone:20261025T023000",
                        "END:VEVENT",
                        "END:VCALENDAR")
                .getBytes(StandardCharsets.UTF_8);

        List<Event> events = Event.parseAll(calendar);

        assertThat(events.get(0).occurrences(BEGIN, END))
                .extracting(event -> event.start().orElseThrow().toString())
                .containsExactly("2026-03-28T02:30+02:30", "2026-03-29T03:30+03:30");
        assertThat(events.get(1).start())
                .contains(ZonedDateTime.of(time("2026-10-25T02:30"), ZoneOffset.ofHoursMinutes(3, 30)));
    }

    @Test
    @Timeout(60)
    void findsASecondlyRuleFarAwayAtOnce() {
        CalendarEntry object = object("DTSTART:19700101T000000Z", "RRULE:FREQ=SECONDLY");
        Instant far = Instant.parse("9000-01-01T00:00:00Z");

        for (int i = 0; i < 1000; i++) {
            assertThat(object.recurrence().overlaps(far, far.plusSeconds(1))).isTrue();
        }
        assertThat(object.recurrence().instances(far, far.plusSeconds(3), 10)).hasSize(3);
        assertThat(object.recurrence().instances(BEGIN, END, 10_000)).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY;COUNT=2000000000",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYSETPOS=400;BYDAY=MO",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;INTERVAL=99999999999999999999",
                "FREQ=DAILY;INTERVAL=2147483647",
                "FREQ=WEEKLY;INTERVAL=2147483647",
                "FREQ=DAILY;UNTIL=00000000T000000Z",
                "FREQ=NEVER",
                "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;BYSECOND=60",
                "FREQ=YEARLY;BYEASTER=0",
                "FREQ=YEARLY;RSCALE=HEBREW",
                ";;;=;",
                ""
            })
    @Timeout(60)
    void survivesRulesOfAnyKind(String rule) {
        for (String start :
                List.of("DTSTART:20260101T000000Z", "DTSTART;VALUE=DATE:99991231", "DTSTART:00000101T000000", "X:1")) {
            CalendarEntry object = object(start, "RRULE:" + rule, "DURATION:P4000000D");

            assertThat(object.recurrence().instances(Instant.MIN, Instant.MAX, 100))
                    .hasSizeLessThanOrEqualTo(100);
            assertThat(object.recurrence().earliest().isPresent()).isEqualTo(!start.equals("X:1"));
            assertThat(object.recurrence().latest()).isNotNull();
        }
    }

    @Test
    @Timeout(60)
    void survivesZonesThatChangeEverySecond() {
        String zone = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Loop\r\n"
                + "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\n"
                        .repeat(1000)
                + "BEGIN:DAYLIGHT\r\nDTSTART:19700101T000001\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:DAYLIGHT\r\n"
                + "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Loop:19700101T000000\r\nRRULE:FREQ=HOURLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        Event event = Event.parse(zone.getBytes(StandardCharsets.UTF_8));

        assertThat(event.start()).isPresent();
        assertThat(event.occurrences(BEGIN, END)).isNotEmpty();
    }

    @Test
    void isInTheZoneOfThisJvmIfItFloats() {
        Event event = Event.of(object("DTSTART:20260101T100000"));

        assertThat(event).isFloating();
        assertThat(event.start()).contains(time("2026-01-01T10:00").atZone(ZoneId.systemDefault()));
    }
}
