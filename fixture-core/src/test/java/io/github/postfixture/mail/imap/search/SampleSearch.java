package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Searches a few messages. */
final class SampleSearch {

    static final List<TestMessage> MESSAGES = List.of(
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
            TestMessage.of(2, OffsetDateTime.parse("2026-11-01T12:00:00Z"), """
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
                    3,
                    OffsetDateTime.parse("2020-01-01T00:00:00Z"),
                    "No header at all\n",
                    "\\Recent",
                    "\\Seen",
                    "\\Deleted"));

    private SampleSearch() {}

    static List<Long> search(String criteria) throws BadSyntaxException, BadCharsetException {
        return search(criteria, MESSAGES);
    }

    static List<Long> search(String criteria, List<TestMessage> messages)
            throws BadSyntaxException, BadCharsetException {
        return take(criteria).matching(messages).stream()
                .map(TestMessage::number)
                .toList();
    }

    /** Search for what is written in ISO 8859-1. */
    static List<Long> searchRaw(String criteria) throws BadSyntaxException, BadCharsetException {
        return SearchCriteria.take(new Arguments(criteria.replace("};", "}\r\n")), SampleSearch::members, Instant.now())
                .matching(MESSAGES)
                .stream()
                .map(TestMessage::number)
                .toList();
    }

    /** Read criteria that are written in UTF-8. */
    static SearchCriteria take(String criteria) throws BadSyntaxException, BadCharsetException {
        String octets = new String(
                criteria.replace("};", "}\r\n").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return SearchCriteria.take(new Arguments(octets), SampleSearch::members, Instant.now());
    }

    /** Know the set {@code $}, which is the second message, and sets of the three others. */
    static Predicate<SearchedMessage> members(String set, boolean byUid) {
        if (set.equals("$")) {
            return message -> message.uid() == 20;
        }
        String numbers = set.replace("*", byUid ? "30" : "3");
        return message -> Stream.of(numbers.split(","))
                .anyMatch(range -> within(byUid ? message.uid() : message.number(), range.split(":")));
    }

    private static boolean within(long number, String[] ends) {
        return number >= Long.parseLong(ends[0]) && number <= Long.parseLong(ends[ends.length - 1]);
    }

    static List<Long> numbers(String found) {
        return found == null
                ? List.of()
                : Arrays.stream(found.split(" ")).map(Long::valueOf).toList();
    }
}
