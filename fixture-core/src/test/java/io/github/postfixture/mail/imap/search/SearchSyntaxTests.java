package io.github.postfixture.mail.imap.search;

import static io.github.postfixture.mail.imap.search.SampleSearch.numbers;
import static io.github.postfixture.mail.imap.search.SampleSearch.search;
import static io.github.postfixture.mail.imap.search.SampleSearch.searchRaw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSyntaxTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHARSET UTF-8 BODY \"an alle\" | 2",
                "charset us-ascii SEEN | 1 3",
                "CHARSET \"ISO-8859-1\" SUBJECT {5};Gr\u00fc\u00dfe | 1",
                "CHARSET KOI8-R SEEN | 1 3",
            })
    void readTheCharsetThatTheyName(String criteria, String found) throws Exception {
        assertThat(searchRaw(criteria)).isEqualTo(numbers(found));
    }

    @Test
    void refuseACharsetThatNobodyKnows() {
        assertThatExceptionOfType(BadCharsetException.class)
                .isThrownBy(() -> searchRaw("CHARSET no-such ALL"))
                .withMessage("The charset no-such is unknown");
    }

    @Test
    void takeTheCharsetFirstWhereOneIsNeeded() throws Exception {
        SearchCriteria criteria =
                SearchCriteria.takeAfterCharset(new Arguments("utf-8 SEEN"), SampleSearch::members, Instant.now());

        assertThat(criteria.matching(SampleSearch.MESSAGES))
                .extracting(TestMessage::number)
                .containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | An atom is missing",
                "NOPE | Unknown search key NOPE",
                "SEEN  ANSWERED | An atom is missing",
                "SEEN) | There is more than the command takes",
                "(SEEN | ')' is missing",
                "() | An atom is missing",
                "NOT | ' ' is missing",
                "OR SEEN | ' ' is missing",
                "FROM | ' ' is missing",
                "FROM (x) | A string is missing",
                "FROM \"x | '\"' is missing",
                "HEADER X | ' ' is missing",
                "LARGER x | A number is missing",
                "LARGER 9999999999999999999 | The number is too large",
                "ON yesterday | A date is like 1-Feb-1994",
                "ON 31-Feb-2026 | A date is like 1-Feb-1994",
                "ON 1-Foo-2026 | A date is like 1-Feb-1994",
                "UID x | A set of numbers is missing",
                "CHARSET utf-8 | ' ' is missing",
            })
    void refuseWhatMakesNoSense(String criteria, String complaint) {
        assertThatExceptionOfType(BadSyntaxException.class)
                .isThrownBy(() -> search(criteria))
                .withMessage(complaint);
    }

    @Test
    void mayBeLongButNotDeep() throws Exception {
        assertThat(search("ALL" + " ALL".repeat(50_000))).hasSize(3);
        assertThatExceptionOfType(BadSyntaxException.class)
                .isThrownBy(() -> search("NOT ".repeat(50_000) + "ALL"))
                .withMessage("The search is nested too deeply");
        assertThatExceptionOfType(BadSyntaxException.class)
                .isThrownBy(() -> search("(".repeat(50_000)))
                .withMessage("The search is nested too deeply");
    }
}
