package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.postfixture.mail.dkim.DkimKeys;
import io.github.postfixture.net.Octets;
import io.github.postfixture.net.Transcript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        List<Consumer<ReceivedMail>> assertions = assertions();
        Random random = new Random(42);
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = broken(random);
            ReceivedMail mail = new ReceivedMail(1, Envelope.NONE, Octets.of(message), Instant.EPOCH, new Transcript());
            for (int j = 0; j < assertions.size(); j++) {
                Consumer<ReceivedMail> assertion = assertions.get(j);
                Throwable thrown = catchThrowable(() -> assertion.accept(mail));
                assertThat(thrown == null || thrown instanceof AssertionError)
                        .as("assertion %s on message %s threw %s:%n%s", j, i, thrown, text(message))
                        .isTrue();
            }
        }
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

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1);
    }

    private static PublicKey rsa() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Consumer<ReceivedMail>> assertions() {
        DkimKeys keys = DkimKeys.of("example.org", "x", rsa());
        ReceivedMail other = Sender.receive("Message-ID: <a@b>\n\nx");
        return List.of(
                mail -> assertThat(mail).hasSubject("x"),
                mail -> assertThat(mail).isFrom("x").isTo("y"),
                mail -> assertThat(mail).isFrom("shop@example.org").hasGroup("To", "Team"),
                mail -> assertThat(mail).hasReplyTo("x"),
                mail -> assertThat(mail).isBlindCopiedTo("alice@example.org"),
                mail -> assertThat(mail).hasPriority(MailPriority.LOW),
                mail -> assertThat(mail).isReplyTo(other),
                mail -> assertThat(mail).isInThreadOf(other),
                mail -> assertThat(mail).date().isNotNull(),
                mail -> assertThat(mail).rawHeaders("Subject").hasSize(2),
                mail -> assertThat(mail).hasHeader("Subject", "x"),
                mail -> assertThat(mail).hasStructure(MailStructure.plain()),
                mail -> assertThat(mail).isWellFormed(),
                mail -> assertThat(mail).matchesApproved(directory.resolve("approved.eml")),
                mail -> assertThat(mail).meets(MailCriteria.textContaining("x")),
                mail -> assertThat(mail).hasTextContaining("x"),
                mail -> assertThat(mail).html().hasTitle("x"),
                mail -> assertThat(mail).body().hasTextAndHtmlThatAgree(),
                mail -> assertThat(mail).body().hasSameLinksInTextAndHtml(),
                mail -> assertThat(mail).body().hasHttpsLinksOnly(),
                mail -> assertThat(mail).body().hasImagesThatResolve(),
                mail -> assertThat(mail).body().hasImagesWithAlt(),
                mail -> assertThat(mail).body().hasNoActiveContent(),
                mail -> assertThat(mail).body().hasNoRemoteContent(),
                mail -> assertThat(mail).body().hasNoTrackingPixels(),
                mail -> assertThat(mail).body().hasNoPlaceholders(),
                mail -> assertThat(mail).body().hasTextLinesAtMost(5),
                mail -> assertThat(mail).body().signature().isEmpty(),
                mail -> assertThat(mail).body().quote().isEmpty(),
                mail -> assertThat(mail).code().isEqualTo("x"),
                mail -> assertThat(mail).link("x").isHttps(),
                mail -> assertThat(mail).linkMatching(Pattern.compile("x")),
                mail -> mail.attachments().forEach(part -> assertThat(part).hasContentOfItsType()),
                mail -> mail.attachments().forEach(part -> assertThat(part).zipEntries()),
                mail -> mail.attachments().forEach(part -> assertThat(part).pdfText()),
                mail -> mail.attachments()
                        .forEach(part -> assertThat(part).message().hasSubject("inner")),
                mail -> mail.attachments().forEach(part -> assertThat(part).hasSha256("x")),
                mail -> assertThat(mail).isAutoSubmitted(),
                mail -> assertThat(mail).asksForNoAutoReply(),
                mail -> assertThat(mail).hasOneClickUnsubscribe(),
                mail -> assertThat(mail).isSignedBy("example.org", keys),
                mail -> assertThat(mail).invitation().hasNoMistakes(),
                mail -> assertThat(mail).invitation().hasAlarm(),
                mail -> assertThat(mail).attachment(1).isInline(),
                mail -> assertThat(mail).attachmentOfType("application/pdf").hasName("x"));
    }
}
