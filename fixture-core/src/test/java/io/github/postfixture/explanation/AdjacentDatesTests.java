package io.github.postfixture.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjacentDatesTests {

    private static final String ZONE = ": a time near midnight has another date in another time zone, in UTC too.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until 24 December 2026.|until 23 December 2026.|23 December 2026 is the day before 24 December 2026",
                "2026-12-31|2027-01-01|2027-01-01 is the day after 2026-12-31",
                "am 1.3.2028|am 29.2.2028|29.2.2028 is the day before 1.3.2028",
                "by March 1, 2026|by February 28, 2026|February 28, 2026 is the day before March 1, 2026",
            })
    void areTold(String expected, String found, String told) {
        assertThat(AdjacentDates.note(expected, found)).isEqualTo(told + ZONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until 2026-12-24|until 2026-12-22",
                "until 2026-12-24|until 2026-13-23",
                "until 2026-12-24|from 2026-12-23 until 2026-12-24",
                "until Christmas|until 2026-12-23",
            })
    void areNotToldOfOthers(String expected, String found) {
        assertThat(AdjacentDates.note(expected, found)).isEmpty();
    }

    @Test
    void standBelowAFailure() {
        assertThat(FailureMessage.notContaining("the text", "24 December 2026", "Pay by 23 December 2026."))
                .hasToString(
                        "Expected the text to contain \"24 December 2026\" but it is \"Pay by 23 December 2026.\".\n"
                                + "23 December 2026 is the day before 24 December 2026" + ZONE);
    }
}
