package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailVerbs;
import io.github.postfixture.mail.inbound.MalformedMail;
import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a message is broken, an assertion on it passes or throws an AssertionError, and nothing else. */
class MalformedMailTests {

    private static final int MESSAGES = 400;
    private static final String WHOLE = """
        From: =?UTF-8?Q?Sh=C3=B6p?= <shop@example.org>
        To: Team: alice@example.org, "Bob <bob@example.org>;
        Date: Tue, 3 Nov 2026 11:05:30 +0200 (CET)
        Message-ID: <order@example.org>
        References: <a@b> <c@d>
        List-Unsubscribe: <https://example.org/u?x=%zz>, <mailto:u@example.org>
        DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=x; h=from; bh=AAAA; b=BBBB
        Subject: =?iso-8859-1?B?R3L832U=?= {{x}}
        X-Priority: 1 (Highest)
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        Gr=FC=DFe https://example.org/[x] 123456
        --inner
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: base64

        PGEgaHJlZj0iaHR0cDovL1t4Ij54PC9hPjxpbWcgc3JjPSJjaWQ6bG9nbyUiPg==
        --inner
        Content-Type: text/calendar; method=REQUEST

        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;TZID=Nowhere:20261103T110530
        RRULE:FREQ=NEVER
        END:VEVENT
        END:VCALENDAR
        --inner--
        --outer
        Content-Type: application/pdf; name="=?utf-8?Q?inv=C3=B6ice?="
        Content-Disposition: attachment; filename*=utf-8''a%ZZ
        Content-ID: <x>
        Content-Transfer-Encoding: base64

        JVBERi0xLjcK=
        --outer
        Content-Type: message/rfc822

        Subject: inner

        x
        --outer--
        """;

    @TempDir
    private Path directory;

    @Test
    void makesAssertionsFailAndNothingElse() {
        MailVerbs verbs = new MailVerbs(directory);
        Random random = new Random(42);
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = broken(random);
            assertThat(verbs.callAll(received(message)))
                    .as("message %s:%n%s", i, new String(message, StandardCharsets.ISO_8859_1))
                    .hasOnlyElementsOfType(AssertionError.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namedForWhatIsWrongMakesAssertionsFailAndNothingElse(MalformedMail mail) {
        assertThat(new MailVerbs(directory).callAll(received(mail.raw())))
                .isNotEmpty()
                .hasOnlyElementsOfType(AssertionError.class);
    }

    private static ReceivedMail received(byte[] message) {
        return ReceivedMail.withoutEnvelope(Octets.of(message), Instant.EPOCH);
    }

    /** Cut, repeat, swap and change some bytes of a message. */
    private static byte[] broken(Random random) {
        StringBuilder message = new StringBuilder(WHOLE.replace("\n", "\r\n"));
        int changes = random.nextInt(12);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(message.length());
            int end = Math.min(message.length(), at + 1 + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> message.delete(at, end);
                case 1 -> message.insert(at, message.substring(at, end));
                case 2 -> message.setCharAt(at, (char) random.nextInt(256));
                case 3 -> message.insert(at, "\r\n\0=?;:<>\"%[]()".charAt(random.nextInt(15)));
                default -> message.setLength(random.nextInt(10) == 0 ? at : message.length());
            }
        }
        return message.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
