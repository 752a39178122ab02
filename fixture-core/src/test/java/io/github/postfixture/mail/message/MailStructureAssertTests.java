package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.MailStructure.alternative;
import static io.github.postfixture.mail.message.MailStructure.calendar;
import static io.github.postfixture.mail.message.MailStructure.html;
import static io.github.postfixture.mail.message.MailStructure.mixed;
import static io.github.postfixture.mail.message.MailStructure.multipart;
import static io.github.postfixture.mail.message.MailStructure.part;
import static io.github.postfixture.mail.message.MailStructure.pdf;
import static io.github.postfixture.mail.message.MailStructure.plain;
import static io.github.postfixture.mail.message.MailStructure.png;
import static io.github.postfixture.mail.message.MailStructure.related;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import org.junit.jupiter.api.Test;

class MailStructureAssertTests {

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

    private final ReceivedMail invoice = Sender.receive("""
        Content-Type: multipart/mixed; boundary=a

        --a
        Content-Type: multipart/alternative; boundary=b

        --b

        text
        --b
        Content-Type: multipart/related; boundary=c

        --c
        Content-Type: text/html

        <p>text
        --c
        Content-Type: image/png

        --c--
        --b--
        --a
        Content-Type: application/pdf

        --a--
        """);

    @Test
    void isAnExpression() {
        assertThat(invoice).hasStructure(mixed(alternative(plain(), related(html(), png())), pdf()));
        failureOf(() -> assertThat(invoice).hasStructure(alternative(plain(), html())))
                .isEqualTo("""
                    Expected the structure to be alternative(text/plain, text/html) but was mixed(alternative(text/plain, related(text/html, image/png)), application/pdf).
                      mail from shop@example.org to [alice@example.org] with subject "\"""");
    }

    @Test
    void ofOnePartIsItsType() {
        assertThat(mail).hasStructure(plain());
        failureOf(() -> assertThat(mail).hasStructure(multipart("report", calendar(), part("message/rfc822"))))
                .contains("report(text/calendar, message/rfc822)");
    }
}
