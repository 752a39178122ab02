package io.github.postfixture.mail.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SORT, and the base subject and the sent date behind it (RFC 5256 section 2). */
class SortTests {

    private static final List<TestMessage> MESSAGES = List.of(
            TestMessage.of(1, OffsetDateTime.parse("2026-11-03T00:00:00Z"), """
                    From: Zed <bob@example.org>
                    To: Yan <carol@example.org>
                    Cc: m@example.org
                    Subject: Re: Beta
                    Date: Mon, 2 Nov 2026 10:00:00 +0200

                    longest of them all
                    """),
            TestMessage.of(2, OffsetDateTime.parse("2026-11-01T00:00:00Z"), """
                    From: =?utf-8?q?=C3=84nne?= <Carol@example.org>
                    To: alice@example.org
                    Cc: k@example.org
                    Subject: alpha
                    Date: Mon, 2 Nov 2026 09:00:00 +0000

                    """),
            TestMessage.of(3, OffsetDateTime.parse("2026-11-02T08:30:00Z"), """
                    From: alice@example.org
                    Subject: beta

                    short
                    """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(ARRIVAL) | 2 3 1",
                "(reverse arrival) | 1 3 2",
                "(DATE) | 1 3 2",
                "(SIZE) | 3 2 1",
                "(SUBJECT) | 2 1 3",
                "(REVERSE SUBJECT) | 1 3 2",
                "(SUBJECT REVERSE DATE) | 2 3 1",
                "(FROM) | 3 1 2",
                "(TO) | 3 2 1",
                "(CC) | 3 2 1",
                "(DISPLAYFROM) | 3 1 2",
                "(DISPLAYTO) | 3 2 1",
            })
    void putsMessagesIntoOrder(String keys, String order) throws BadSyntaxException {
        assertThat(SortOrder.take(new Arguments(keys)).sorted(MESSAGES))
                .extracting(TestMessage::number)
                .isEqualTo(Arrays.stream(order.split(" ")).map(Long::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUBJECT | '(' is missing",
                "() | An atom is missing",
                "(NOPE) | Unknown sort key NOPE",
                "(REVERSE) | ' ' is missing",
                "(REVERSE REVERSE SIZE) | Unknown sort key REVERSE",
                "(SIZE | ')' is missing",
            })
    void refusesWhatIsNoOrder(String keys, String complaint) {
        assertThatExceptionOfType(BadSyntaxException.class)
                .isThrownBy(() -> SortOrder.take(new Arguments(keys)))
                .withMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | PLAIN | false",
                "`` | `` | false",
                "  a \t b  | A B | false",
                "Re: a | A | true",
                "RE : a | A | true",
                "re:a | A | true",
                "Fw: a | A | true",
                "FWD: a | A | true",
                "Re: Fwd: re: a | A | true",
                "Re[2]: a | A | true",
                "re [x] : a | A | true",
                "[list] a | A | false",
                "[list] [other] Re: a | A | true",
                "[list] Re: [other] Fw: a | A | true",
                "[list] | [LIST] | false",
                "[a] [b] | [B] | false",
                "Re: [list] | [LIST] | true",
                "a (fwd) | A | true",
                "a (FWD) (fwd) | A | true",
                "[fwd: a] | A | true",
                "[Fwd: Re: [list] a (fwd)] | A | true",
                "[fwd: a | [FWD: A | false",
                "reply: a | REPLY: A | false",
                "Re | RE | false",
                "Re: | `` | true",
                "[a[b] c | [A[B] C | false",
            })
    void knowsWhatASubjectSays(String subject, String text, boolean isReply) {
        assertThat(BaseSubject.of(subject)).isEqualTo(new BaseSubject(text, isReply));
    }

    @Test
    void readsSubjectsOfAnyLength() {
        assertThat(BaseSubject.of("re:".repeat(1_000_000)).isReply()).isTrue();
        assertThat(BaseSubject.of("[a]".repeat(1_000_000)).isReply()).isFalse();
    }
}
