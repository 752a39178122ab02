package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.SmtpOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceHeadersTests {

    private final MailServer mail =
            MailServer.builder().smtp(SmtpOptions.defaults().addTraceHeaders()).start();
    private SmtpClientSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = SmtpClientSocket.greeting(mail.smtp());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @Test
    void standBeforeTheMessage() throws IOException {
        client.deliver("Subject: x", "a@example.org", "b@example.org");

        assertThat(text(mail.awaitMail())).matches("""
                Return-Path: <a@example.org>\r
                Received: from client\\.example \\(\\[127\\.0\\.0\\.1]\\)\r
                \tby localhost with ESMTP\r
                \tfor <b@example\\.org>;\r
                \t(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000\r
                Subject: x\r
                """);
    }

    @Test
    void doNotTellOneRecipientOfAnother() throws IOException {
        client.deliver("Subject: x", "a@example.org", "b@example.org", "c@example.org");

        assertThat(text(mail.awaitMail())).doesNotContain("for <", "b@example.org", "c@example.org");
    }

    @Test
    void tellOfTlsAndALogin() throws IOException {
        client.say("STARTTLS");
        client.startTls();
        client.say("EHLO client.example");
        client.say("AUTH PLAIN AHgAeQ==");
        client.deliver("Subject: x", "", "b@example.org");

        assertThat(text(mail.awaitMail()))
                .startsWith("Return-Path: <>\r\n")
                .containsPattern("with ESMTPSA \\(TLSv1\\.3 TLS_\\w+\\)\r\n");
    }

    @Test
    void nameTheProtocolThatWasSpoken() throws IOException {
        client.say("HELO client.example");
        client.deliver("Subject: x", "a@example.org", "b@example.org");
        assertThat(text(mail.awaitMail())).contains("with SMTP\r\n");

        client.say("MAIL FROM:<a@example.org> SMTPUTF8");
        client.say("RCPT TO:<b@example.org>");
        client.say("DATA");
        client.say(".");
        assertThat(text(mail.awaitMail())).contains("with UTF8SMTP\r\n");
    }

    @Test
    void areNotAddedUnlessAskedFor() throws IOException {
        try (MailServer plain = MailServer.start();
                SmtpClientSocket sender = SmtpClientSocket.greeting(plain.smtp())) {
            sender.deliver("Subject: x", "a@example.org", "b@example.org");

            assertThat(text(plain.awaitMail())).isEqualTo("Subject: x\r\n");
        }
    }

    private static String text(ReceivedMail received) {
        return new String(received.raw(), StandardCharsets.UTF_8);
    }
}
