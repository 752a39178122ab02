package io.github.postfixture.mail.imap.search;

import static io.github.postfixture.mail.imap.search.SampleSearch.numbers;
import static io.github.postfixture.mail.imap.search.SampleSearch.search;
import static io.github.postfixture.mail.imap.search.SampleSearch.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mime.Message;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search keys of RFC 3501 section 6.4.4, RFC 5032 and RFC 7162. */
class SearchTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALL | 1 2 3",
                "all | 1 2 3",
                "SEEN | 1 3",
                "UNSEEN | 2",
                "ANSWERED | 1",
                "UNANSWERED | 2 3",
                "FLAGGED | 2",
                "UNFLAGGED | 1 3",
                "DRAFT | 2",
                "UNDRAFT | 1 3",
                "DELETED | 3",
                "UNDELETED | 1 2",
                "RECENT | 2 3",
                "OLD | 1",
                "NEW | 2",
                "KEYWORD $forwarded | 1",
                "UNKEYWORD $Forwarded | 2 3",
                "KEYWORD none | ",
            })
    void findFlags(String criteria, String found) throws Exception {
        assertThat(search(criteria)).isEqualTo(numbers(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SEEN DELETED | 3",
                "NOT SEEN | 2",
                "not not seen | 1 3",
                "OR ANSWERED DELETED | 1 3",
                "OR (SEEN DELETED) OR FLAGGED DRAFT | 2 3",
                "NOT (SEEN ANSWERED) | 2 3",
                "(SEEN) (ANSWERED) | 1",
                "((SEEN)) | 1 3",
                "(FROM alice) | 1",
                "NOT (SUBJECT two) | 1 3",
                "OR SUBJECT two (FROM alice) | 1 2",
                "1:2 | 1 2",
                "* | 3",
                "1,3 SEEN | 1 3",
                "UID 20:30 | 2 3",
                "UID * NOT 1 | 3",
                "$ | 2",
                "NOT $ | 1 3",
            })
    void findWhatIsCombined(String criteria, String found) throws Exception {
        assertThat(search(criteria)).isEqualTo(numbers(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FROM alice | 1",
                "FROM ALICE@EXAMPLE.ORG | 1",
                "FROM \"alice archer\" | 1",
                "FROM \"\" | 1 2",
                "TO bob@example.org | 1",
                "TO \"Bob Baker\" | 1",
                "TO carol | 1",
                "TO dave | ",
                "CC jürgen | 1",
                "CC JÜRGEN | 1",
                "BCC eve | 1",
                "BCC team | 1",
                "SUBJECT \"grüße aus bonn\" | 1",
                "SUBJECT {7};Grüße | 1",
                "SUBJECT {2+};WO | 2",
                "HEADER subject TWO | 2",
                "HEADER X-Folded \"one two\" | 1",
                "HEADER x-empty \"\" | 1",
                "HEADER X-Empty x | ",
                "HEADER X-None \"\" | ",
                "HEADER Date 2026 | 1 2",
            })
    void findHeaders(String criteria, String found) throws Exception {
        assertThat(search(criteria)).isEqualTo(numbers(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BODY \"plain text\" | 1",
                "BODY müller | 1",
                "BODY \"\\\"QUOTES\\\"\" | 1",
                "BODY \"grüße an alle\" | 2",
                "BODY \"äö base64\" | 2",
                "BODY \"hidden binary\" | ",
                "BODY invoice.pdf | 2",
                "BODY \"forwarded letter\" | 2",
                "BODY \"inner body\" | 2",
                "BODY Archer | ",
                "TEXT Archer | 1",
                "TEXT \"Grüße\" | 1 2",
                "TEXT \"no header\" | 3",
                "TEXT \"\" | 1 2 3",
            })
    void findTexts(String criteria, String found) throws Exception {
        assertThat(search(criteria)).isEqualTo(numbers(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BEFORE 2-Nov-2026 | 2 3",
                "ON 2-Nov-2026 | 1",
                "ON \" 1-Nov-2026\" | 2",
                "SINCE 1-nov-2026 | 1 2",
                "SINCE 01-Jan-2020 | 1 2 3",
                "SENTBEFORE 3-Nov-2026 | 2",
                "SENTON 3-Nov-2026 | 1",
                "SENTON 1-Nov-2026 | 2",
                "SENTSINCE 2-Nov-2026 | 1",
                "NOT SENTSINCE 2-Nov-2026 | 2 3",
                "YOUNGER 60 | ",
                "OLDER 60 | 1 2 3",
            })
    void findDates(String criteria, String found) throws Exception {
        assertThat(search(criteria)).isEqualTo(numbers(found));
    }

    @Test
    void findTheYoung() throws Exception {
        TestMessage young = TestMessage.of(1, OffsetDateTime.now(ZoneOffset.UTC), "\n");

        assertThat(search("YOUNGER 3600", List.of(young))).containsExactly(1L);
        assertThat(search("OLDER 3600", List.of(young))).isEmpty();
    }

    @Test
    void findSizesExactly() throws Exception {
        long size = SampleSearch.MESSAGES.get(2).content().octets().length();

        assertThat(size).isEqualTo(18);
        assertThat(search("SMALLER 19")).containsExactly(3L);
        assertThat(search("SMALLER 18")).isEmpty();
        assertThat(search("LARGER 18")).containsExactly(1L, 2L);
        assertThat(search("LARGER 17")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void findChangesAndSayThatTheyWereAskedFor() throws Exception {
        assertThat(search("MODSEQ 200")).containsExactly(2L, 3L);
        assertThat(search("MODSEQ \"/flags/\\\\draft\" all 300")).containsExactly(3L);
        assertThat(take("OR SEEN (MODSEQ 1)").asksForModSeq()).isTrue();
        assertThat(take("SEEN").asksForModSeq()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEEN BODY x", "BODY x SEEN", "OR (FLAGGED NOT FLAGGED) (SEEN TEXT x)"})
    void doNotReadWhatNeedNotBeRead(String criteria) throws Exception {
        SearchedMessage unreadable = new SearchedMessage() {
            @Override
            public long number() {
                return 1;
            }

            @Override
            public long uid() {
                return 1;
            }

            @Override
            public boolean hasFlag(String name) {
                return false;
            }

            @Override
            public OffsetDateTime receivedAt() {
                return TestMessage.RECEIVED;
            }

            @Override
            public long modSeq() {
                return 1;
            }

            @Override
            public Message content() {
                throw new AssertionError("The message is read");
            }
        };

        assertThat(take(criteria).matching(List.of(unreadable))).isEmpty();
    }

    @Test
    void findWhatLiesAcrossThePiecesOfALargeText() throws Exception {
        TestMessage large = TestMessage.of(1, "\n" + "x".repeat(8_190) + "needle" + "x".repeat(9_000));

        assertThat(search("BODY NEEDLE", List.of(large))).containsExactly(1L);
        assertThat(search("BODY needles", List.of(large))).isEmpty();
    }

    @Test
    void findHtmlInTheCharsetThatItsMarkupDeclares() throws Exception {
        TestMessage html = TestMessage.of(1, """
                Content-Type: text/html
                Content-Transfer-Encoding: quoted-printable

                <meta charset=3Dkoi8-r><p>=F0=D2=C9=D7=C5=D4</p>
                """);

        assertThat(search("BODY привет", List.of(html))).containsExactly(1L);
    }

    @Test
    void findWhatFlowsOverSeveralLines() throws Exception {
        TestMessage flowed = TestMessage.of(1, """
                Content-Type: text/plain; format=flowed; delsp=yes

                > Your order will be\s
                >  delivered tomor\s
                > row.
                """.replace("\\s", " "));

        assertThat(search("BODY \"delivered tomorrow\"", List.of(flowed))).containsExactly(1L);
    }

    @Test
    @Timeout(60)
    void findAVeryLongTextInTimeInProportion() throws Exception {
        String many = "a".repeat(1 << 20);
        TestMessage large = TestMessage.of(1, "Subject: " + many + many + "\n\n" + many + many);

        assertThat(search("BODY " + many, List.of(large))).containsExactly(1L);
        assertThat(search("OR BODY " + many + "b OR TEXT " + many + "b SUBJECT " + many + "b", List.of(large)))
                .isEmpty();
    }
}
