package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.lint.MailDefect.MISSING_DATE;
import static io.github.postfixture.mail.lint.MailDefect.MISSING_FROM;
import static io.github.postfixture.mail.lint.MailDefect.MISSING_MESSAGE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import io.github.postfixture.mail.protocol.SmtpOptions;
import org.junit.jupiter.api.Test;

class WellFormedAssertTests {

    private static final String ORDER = """
        From: =?UTF-8?Q?Sh=C3=B6p?= <shop+orders@example.org>
        To: Team: alice@example.org, Bob <bob@example.org>;
        Date: Tue, 3 Nov 2026 11:05:30 +0200
        Message-ID: <order@example.org>
        Subject: Your order
        X-Priority: 1 (Highest)
        Importance: High

        Thank you\
        """;

    private final ReceivedMail mail = Sender.receive(ORDER);

    @Test
    void passesForACleanMail() {
        assertThat(mail).isWellFormed();
        assertThat(Sender.receive("From: a@b.c\n\nx")).isWellFormedExceptFor(MISSING_DATE, MISSING_MESSAGE_ID);
    }

    @Test
    void listsEveryDefect() {
        ReceivedMail broken = Sender.receive("""
            Subject: one
            Subject: two
            Date: yesterday
            no field
            X-Eight: ü
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=us-ascii

            <img src="cid:logo">ü
            --b
            Content-Disposition: attachment
            Content-Type: application/pdf
            Content-ID: <x>

            --b
            Content-ID: <x>
            Content-Type: text/plain; charset=klingon

            %s
            --b--
            """.formatted("x".repeat(999)));

        failureOf(() -> assertThat(Sender.receive("From: shop@example.org\nSubject: x\n\nx"))
                        .isWellFormed())
                .isEqualTo("""
                Expected a well-formed mail but found 2: missing date: there is no Date, missing message id: there is no Message-ID.
                  mail from shop@example.org to [alice@example.org] with subject "x\"""");
        failureOf(() -> assertThat(broken).isWellFormedExceptFor(MISSING_FROM)).isEqualTo("""
                    Expected a well-formed mail but found 13: long line: line 21 has 999 bytes, malformed header: "no field" is no field, eight bit header: x-eight has bytes beyond ASCII and 10 more.
                      mail from shop@example.org to [alice@example.org] with subject "one"
                    All of them:
                      long line: line 21 has 999 bytes
                      malformed header: "no field" is no field
                      eight bit header: x-eight has bytes beyond ASCII
                      missing message id: there is no Message-ID
                      missing mime version: there is no MIME-Version
                      duplicate header: subject stands 2 times
                      unreadable date: yesterday
                      eight bit body: text/html has bytes beyond ASCII, as no transfer encoding is declared
                      wrong charset: text/html is not valid us-ascii: bytes C3 BC (all of it is valid UTF-8)
                      wrong charset: text/plain declares the unknown charset klingon
                      duplicate content id: x
                      dangling reference: no part is cid:logo
                      nameless attachment: (no name) (application/pdf, 0 bytes)""");
    }

    @Test
    void findsBareLineEndings() {
        try (MailServer server = MailServer.builder()
                .smtp(SmtpOptions.defaults().allowBareLineEndings())
                .start()) {
            Sender.send(
                    server, "From: a@b.c\nDate: Tue, 3 Nov 2026 11:05:30 +0200\nMessage-ID: <a@b>\n\na\rb", "x@y.z");

            failureOf(() -> assertThat(server.awaitMail()).isWellFormed())
                    .startsWith(
                            "Expected a well-formed mail but found bare line ending: line 5 ends with a bare CR.\n");
        }
    }
}
