package io.github.postfixture.mail.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.imap.message.Message;
import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search keys of RFC 3501 section 6.4.4, RFC 5032 and RFC 7162. */
class SearchTests {

    private static final List<TestMessage> MESSAGES = List.of(
            TestMessage.of(1, """
                    From: Alice Archer <alice@example.org>
                    To: bob (Bob Baker) @ example.org, Carol <carol@example.net>
                    Cc: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>
                    Bcc: Team: dave@example.org, eve@example.org;
                    Subject: =?iso-8859-1?q?Gr=FC=DFe_aus?= Bonn
                    Date: Tue, 3 Nov 2026 00:30:00 +0100
                    X-Folded: one
                     two
                    X-Empty:

                    Plain TEXT with (parentheses), "quotes" and Müller.
                    """, "\\Seen", "\\Answered", "$Forwarded"),
            TestMessage.of(2, Instant.parse("2026-11-01T12:00:00Z"), """
                    From: zoe@example.org
                    Subject: two
                    Date: Sun, 1 Nov 2026 23:30:00 -0500
                    Content-Type: multipart/mixed; boundary=b

                    --b
                    Content-Type: text/plain; charset=utf-8
                    Content-Transfer-Encoding: quoted-printable

                    Gr=C3=BC=C3=9Fe an al=
                    le
                    --b
                    Content-Type: text/html; charset=iso-8859-1
                    Content-Transfer-Encoding: base64

                    PHA+5PYgYmFzZTY0PC9wPg==
                    --b
                    Content-Type: application/octet-stream; name=invoice.pdf

                    hidden binary
                    --b
                    Content-Type: message/rfc822

                    Subject: forwarded letter

                    inner body
                    --b--
                    """, "\\Recent", "\\Flagged", "\\Draft"),
            TestMessage.of(
                    3, Instant.parse("2020-01-01T00:00:00Z"), "No header at all\n", "\\Recent", "\\Seen", "\\Deleted"));

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
        TestMessage young = TestMessage.of(1, Instant.now(), "\n");

        assertThat(search("YOUNGER 3600", List.of(young))).containsExactly(1L);
        assertThat(search("OLDER 3600", List.of(young))).isEmpty();
    }

    @Test
    void findSizesExactly() throws Exception {
        long size = MESSAGES.get(2).content().octets().length();

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
        SearchCriteria criteria = SearchCriteria.takeAfterCharset(new Arguments("utf-8 SEEN"), SearchTests::uids);

        assertThat(criteria.matching(MESSAGES)).extracting(TestMessage::number).containsExactly(1L, 3L);
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
            public Instant receivedAt() {
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

    private static List<Long> search(String criteria) throws BadSyntaxException, BadCharsetException {
        return search(criteria, MESSAGES);
    }

    private static List<Long> search(String criteria, List<TestMessage> messages)
            throws BadSyntaxException, BadCharsetException {
        return take(criteria).matching(messages).stream()
                .map(TestMessage::number)
                .toList();
    }

    /** Search for what is written in ISO 8859-1. */
    private static List<Long> searchRaw(String criteria) throws BadSyntaxException, BadCharsetException {
        return SearchCriteria.take(new Arguments(criteria.replace("};", "}\r\n")), SearchTests::uids)
                .matching(MESSAGES)
                .stream()
                .map(TestMessage::number)
                .toList();
    }

    /** Read criteria that are written in UTF-8. */
    private static SearchCriteria take(String criteria) throws BadSyntaxException, BadCharsetException {
        String octets = new String(
                criteria.replace("};", "}\r\n").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return SearchCriteria.take(new Arguments(octets), SearchTests::uids);
    }

    /** Know the set {@code $}, which is the second message, and sets of the three others. */
    private static Collection<Long> uids(String set, boolean byUid) {
        if (set.equals("$")) {
            return List.of(20L);
        }
        String numbers = set.replace("*", byUid ? "30" : "3");
        return Stream.of(numbers.split(","))
                .flatMap(range -> MESSAGES.stream()
                        .filter(message -> within(byUid ? message.uid() : message.number(), range.split(":")))
                        .map(TestMessage::uid))
                .toList();
    }

    private static boolean within(long number, String[] ends) {
        return number >= Long.parseLong(ends[0]) && number <= Long.parseLong(ends[ends.length - 1]);
    }

    private static List<Long> numbers(String found) {
        return found == null
                ? List.of()
                : Arrays.stream(found.split(" ")).map(Long::valueOf).toList();
    }
}
