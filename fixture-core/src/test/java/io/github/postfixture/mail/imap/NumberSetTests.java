package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NumberSetTests {

    private static final List<Long> UIDS = List.of(2L, 3L, 5L, 8L, 13L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3                | 3",
                "1:4              | 2,3",
                "8:3              | 3,5,8",
                "*                | 13",
                "*:8              | 8,13",
                "99:*             | 13",
                "1:*              | 2,3,5,8,13",
                "1:4294967295     | 2,3,5,8,13",
                "13,2,13,2:3,3:2  | 2,3,13",
                "0000000000000003 | 3",
                "4,6,7            | ",
            })
    void namesUidsInOrderAndOnce(String set, String uids) throws BadSyntaxException {
        String expected = uids == null ? "" : uids;

        assertThat(NumberSet.parse(set).where(13).among(UIDS))
                .extracting(String::valueOf)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | 2", "2:3,5 | 3,5,13", "*:4 | 8,13", "4:4294967295 | 8,13", "1:*,* | 2,3,5,8,13"})
    void namesPlacesInAList(String set, String uids) throws BadSyntaxException {
        assertThat(NumberSet.parse(set).where(5).in(UIDS))
                .extracting(String::valueOf)
                .containsExactly(uids.split(","));
    }

    @Test
    void namesNothingInAnEmptyList() throws BadSyntaxException {
        assertThat(NumberSet.parse("1:*").where(0).in(List.of())).isEmpty();
        assertThat(NumberSet.parse("*").where(0).among(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1,", ",1", "1:", ":1", "1:2:3", "a", "1,$", "-1", "+1", " 1", "١", "1,,2", "**"})
    void isNoneIfItIsMalformed(String text) {
        assertThatThrownBy(() -> NumberSet.parse(text))
                .isInstanceOf(BadSyntaxException.class)
                .hasMessage("A set of numbers is like 1,3:5,8:*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0:1", "4294967296", "1,99999999999999999999999"})
    void hasNumbersOf32BitsBeyondZero(String text) {
        assertThatThrownBy(() -> NumberSet.parse(text))
                .isInstanceOf(BadSyntaxException.class)
                .hasMessage("Numbers are between 1 and 4294967295");
    }

    @Test
    void isWrittenInRangesThatDoNotTouch() throws BadSyntaxException {
        assertThat(NumberRanges.of(List.of(9L, 1L, 2L, 3L, 5L, 2L))).hasToString("1:3,5,9");
        assertThat(NumberSet.parse("7:5,1:2,3,6:9").where(9)).hasToString("1:3,5:9");
        assertThat(NumberRanges.of(List.of())).hasToString("");
    }

    @Test
    void mayHaveAnyNumberOfRanges() throws BadSyntaxException {
        String odd = IntStream.range(0, 500_000)
                .mapToObj(i -> String.valueOf(2 * i + 1))
                .collect(Collectors.joining(","));
        List<Long> uids = LongStream.rangeClosed(1, 1_000_000).boxed().toList();

        NumberRanges ranges = NumberSet.parse(odd).where(1_000_000);

        assertThat(ranges.among(uids)).hasSize(500_000);
        assertThat(uids.stream().filter(ranges::contains)).hasSize(500_000);
    }

    @Test
    void costsNoMoreForOverlappingRanges() throws BadSyntaxException {
        String all = IntStream.range(0, 400_000).mapToObj(i -> "1:4294967295").collect(Collectors.joining(","));

        assertThat(NumberSet.parse(all).where(13)).hasToString("1:4294967295");
    }
}
