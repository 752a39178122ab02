package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates of today and of long ago, RFC 5322 sections 3.3 and 4.3. */
class MailDateTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 2 Nov 2026 10:00:00 +0200 | 2026-11-02T08:00:00Z",
                "2 Nov 2026 10:00:00 -0330 | 2026-11-02T13:30:00Z",
                "Mon,2 Nov 2026 10:00 +0000 | 2026-11-02T10:00:00Z",
                "2 November 2026 | 2026-11-02T00:00:00Z",
                "Mon, 02 Nov 26 10:00:00 EST | 2026-11-02T15:00:00Z",
                "Mon, 02 Nov 98 10:00:00 GMT | 1998-11-02T10:00:00Z",
                "Mon, 02 Nov 126 10:00:00 Z | 2026-11-02T10:00:00Z",
                "(a) Mon (b), 2 Nov 2026 (c) 10:00:60 (d) +0000 (UTC) | 2026-11-02T10:00:59Z",
                "2-Nov-2026 10:00:00 +9999 | 2026-11-02T10:00:00Z",
            })
    void areMoments(String field, Instant instant) {
        assertThat(MailDate.parse(field).map(MailDate::instant)).hasValue(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "yesterday",
        "31 Feb 2026",
        "2 Foo 2026",
        "2 Nov 2026 25:00:00",
        "2 Nov 2026 10:60:00 +0000",
        "2 Nov 2026 24:00:01 +0000",
        "0 Nov 2026 10:00:00 +0000",
        "2 Nov 2026 10:00:61 +0000",
        "99999999 Nov 2026",
        "2 Nov 20266 10:00:00 +0000",
        "+0000",
        "Mon",
        "Nov",
        "(2 Nov 2026 10:00:00 +0000"
    })
    void areNotReadWhereNoneIs(String field) {
        assertThat(MailDate.parse(field)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 3 Nov 26 11:05:30 +0200 | 2026-11-03T11:05:30+02:00 | has a year of two digits",
                "Wed, 3 Nov 99 11:05:30 +0200 | 1999-11-03T11:05:30+02:00 | has a year of two digits",
                "Tue, 3 Nov 126 11:05:30 +0200 | 2026-11-03T11:05:30+02:00 | has a year of three digits",
                "Tue, 3 Nov 2026 11:05:30 EDT | 2026-11-03T11:05:30-04:00 | names its zone: EDT",
                "Tue, 3 Nov 2026 11:05:30 pst | 2026-11-03T11:05:30-08:00 | names its zone: pst",
                "Tue, 3 Nov 2026 11:05:30 UT | 2026-11-03T11:05:30Z | names its zone: UT",
                "Tue, 3 Nov 2026 11:05:30 A | 2026-11-03T11:05:30Z | has the unknown zone A",
                "Tue, 3 Nov 2026 11:05:30 CET | 2026-11-03T11:05:30Z | has the unknown zone CET",
                "Tue, 3 Nov 2026 11:05:30 +02:00 | 2026-11-03T11:05:30+02:00 | has a zone that is written +02:00",
                "Tue, 3 Nov 2026 11:05:30 GMT+0200 | 2026-11-03T11:05:30+02:00 | has a zone that is written GMT+0200",
                "Tue, 3 Nov 2026 11:05:30 GMT-0500 | 2026-11-03T11:05:30-05:00 | has a zone that is written GMT-0500",
                "Tue, 3 Nov 2026 11:05:30 +9900 | 2026-11-03T11:05:30Z | has the unknown zone +9900",
                "Tue, 3 Nov 2026 11:05:30 | 2026-11-03T11:05:30Z | has no zone",
                "Tue, 3 Nov 2026 24:00 +0200 | 2026-11-04T00:00:00+02:00 | has the time 24:00",
                "Mon, 3 Nov 2026 11:05:30 +0200 | 2026-11-03T11:05:30+02:00 | says Mon, but that day is a Tuesday",
                "Dim, 3 Nov 2026 11:05:30 +0200 | 2026-11-03T11:05:30+02:00 | has the unknown day of the week Dim",
                "Tue, 3 Nov 2026 11:05:30 +0200 or so | 2026-11-03T11:05:30+02:00 | has more after its end: or",
                "Tue Nov  3 11:05:30 2026 +0200 | 2026-11-03T11:05:30+02:00 | names the month before the day",
                "2026-11-03T11:05:30+02:00 | 2026-11-03T11:05:30+02:00 | is written as ISO 8601 has it",
            })
    void areReadAndCommentedUpon(String field, OffsetDateTime date, String remark) {
        List<String> remarks = new ArrayList<>();

        assertThat(MailDate.parse(field, remarks::add).map(MailDate::dateTime)).hasValue(date);
        assertThat(remarks).containsExactly(remark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 3 Nov 2026 11:05:30 +0200 | 2026-11-03T11:05:30+02:00",
                "Tue, 03 Nov 2026 11:05 -0000 | 2026-11-03T11:05:00Z",
                "3 Nov 2026 11:05:30 +0200 (CEST (summer) \\) ) | 2026-11-03T11:05:30+02:00",
                "tue, 3 NOV 2026 11:05:30 +0200 | 2026-11-03T11:05:30+02:00",
            })
    void areReadWithoutARemarkWhereNothingIsWrong(String field, OffsetDateTime date) {
        List<String> remarks = new ArrayList<>();

        assertThat(MailDate.parse(field, remarks::add).map(MailDate::dateTime)).hasValue(date);
        assertThat(remarks).isEmpty();
    }

    @Test
    void nameTheZoneBeforeTheYearAsTheCommandDoes() {
        assertThat(MailDate.parse("Tue Nov  3 11:05:30 EST 2026").map(MailDate::dateTime))
                .hasValue(OffsetDateTime.parse("2026-11-03T11:05:30-05:00"));
    }

    @Test
    void ofAnyLengthAreRefusedAtOnce() {
        assertThat(MailDate.parse("(".repeat(1_000_000))).isEmpty();
        assertThat(MailDate.parse("1 ".repeat(500_000))).isEmpty();
    }
}
