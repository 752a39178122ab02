package io.github.postfixture.mail.fault;

import static io.github.postfixture.mail.protocol.SmtpStage.DATA;
import static io.github.postfixture.mail.protocol.SmtpStage.EHLO;
import static io.github.postfixture.mail.protocol.SmtpStage.MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.SmtpExtension;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpFaultKindTests {

    private static final String OK = "250 2.0.0 OK";
    private final MailServer mail =
            MailServer.builder().timeout(Duration.ofSeconds(2)).start();

    @AfterEach
    void close() {
        mail.close();
    }

    private SmtpClientSocket client() throws IOException {
        return SmtpClientSocket.greeting(mail.smtp());
    }

    @Test
    void aReplyMayHaveSeveralLines() throws IOException {
        mail.at(MAIL).next(SmtpFault.reply(550, "5.7.1", "Refused", "See https://example.org/why"));

        try (SmtpClientSocket client = client()) {
            client.send("MAIL FROM:<a@example.org>\r\n");
            assertThat(client.replyLines())
                    .containsExactly("550-5.7.1 Refused", "550 5.7.1 See https://example.org/why");
        }
    }

    @Test
    void anExtensionCanBeHiddenFromOneClient() throws IOException {
        mail.at(EHLO).next(SmtpFault.hide(SmtpExtension.STARTTLS, SmtpExtension.AUTH));

        try (SmtpClientSocket hidden = new SmtpClientSocket(mail.smtp());
                SmtpClientSocket shown = new SmtpClientSocket(mail.smtp())) {
            assertThat(extensions(hidden)).noneMatch(line -> line.matches("250.(STARTTLS|AUTH).*"));
            assertThat(hidden.say("STARTTLS")).isEqualTo("502 5.5.1 STARTTLS is not offered");
            assertThat(extensions(shown)).anyMatch(line -> line.contains("STARTTLS"));
        }
    }

    private List<String> extensions(SmtpClientSocket client) throws IOException {
        client.reply();
        client.send("EHLO me\r\n");
        return client.replyLines();
    }

    @Test
    void garbageComesBeforeTheReply() throws IOException {
        mail.at(MAIL).next(ConnectionFault.garbage("\u0000\u00ff  nonsense\r\n"));

        try (SmtpClientSocket client = client()) {
            client.send("MAIL FROM:<a@example.org>\r\n");
            assertThat(client.replyLines()).first().asString().contains("nonsense");
        }
    }

    @Test
    void disconnectEndsTheConnectionInGoodOrder() throws IOException {
        mail.at(DATA).next(ConnectionFault.disconnect());

        try (SmtpClientSocket client = client()) {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            assertThat(client.say("DATA")).isEmpty();
        }
        assertThat(mail.receivedMails()).isEmpty();
    }

    @Test
    void resetBreaksTheConnection() throws IOException {
        mail.at(MAIL).next(ConnectionFault.reset());

        try (SmtpClientSocket client = client()) {
            assertThatThrownBy(() -> client.say("MAIL FROM:<a@example.org>")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void disconnectAfterLeavesAHalfReply() throws IOException {
        mail.at(MAIL).next(ConnectionFault.disconnectAfter(4));

        try (SmtpClientSocket client = client()) {
            assertThatThrownBy(() -> client.say("MAIL FROM:<a@example.org>")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void throttleLetsTheWholeReplyArriveInTheEnd() throws IOException {
        mail.at(MAIL).next(ConnectionFault.throttle(100_000));

        try (SmtpClientSocket client = client()) {
            assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo("250 2.1.0 Sender OK");
            assertThat(client.say("NOOP")).isEqualTo(OK);
        }
    }

    @Test
    void stallSaysNothingUntilTheClientLeaves() throws IOException {
        mail.at(MAIL).next(ConnectionFault.stall());

        try (SmtpClientSocket client = client()) {
            client.send("MAIL FROM:<a@example.org>\r\n");
        }

        assertThat(mail.attempts()).hasSize(1);
        assertThat(mail.attempts().all())
                .singleElement()
                .hasToString("attempt #1, before a sender was named: broken after MAIL FROM:<a@example.org>");
    }

    @Test
    void delayAnswersInTheEnd() throws IOException {
        mail.at(MAIL).next(ConnectionFault.delay(Duration.ofMillis(1)));

        try (SmtpClientSocket client = client()) {
            assertThat(client.say("MAIL FROM:<a@example.org>")).startsWith("250");
        }
    }
}
