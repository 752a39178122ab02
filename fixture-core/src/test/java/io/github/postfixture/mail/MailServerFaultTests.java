package io.github.postfixture.mail;

import static io.github.postfixture.mail.protocol.SmtpStage.CONNECT;
import static io.github.postfixture.mail.protocol.SmtpStage.EHLO;
import static io.github.postfixture.mail.protocol.SmtpStage.END_OF_DATA;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class MailServerFaultTests {

    private final MailServer mail =
            MailServer.builder().timeout(Duration.ofMillis(200)).start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void strikeOnce() throws IOException {
        mail.failNext(END_OF_DATA, SmtpFault.reply(451, "4.3.0", "Try again"));
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.deliver("Subject: x", "a@example.org", "b@example.org"))
                    .isEqualTo("451 4.3.0 Try again");
            assertThat(client.deliver("Subject: x", "a@example.org", "b@example.org"))
                    .isEqualTo("250 2.0.0 Message accepted");
        }
        assertThat(mail.receivedMails()).hasSize(1);
    }

    @Test
    void atALoginTellNobodyThePassword() throws IOException {
        mail.failNext(SmtpStage.AUTH, SmtpFault.reply(454, "4.7.0", "Try again"));
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("AUTH PLAIN AGFsaWNlAHNlY3JldA==")).isEqualTo("454 4.7.0 Try again");
        }

        assertThat(mail.timeline().toString())
                .contains("fault #1 (reply 454 4.7.0 Try again) strikes at AUTH PLAIN ****")
                .doesNotContain("AGFsaWNlAHNlY3JldA==");
    }

    @Test
    void canBeForgotten() throws IOException {
        mail.failNext(RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));
        mail.clearFaults();
        Sender.send(mail, "Subject: x", "b@example.org");

        assertThat(mail.receivedMails()).hasSize(1);
    }

    @Test
    void canRefuseTheConnection() throws IOException {
        mail.failNext(CONNECT, SmtpFault.reply(421, "4.7.0", "Too many connections"));
        try (SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
            assertThat(client.reply()).isEqualTo("421 4.7.0 Too many connections");
            assertThat(client.reply()).isEmpty();
        }
    }

    @Test
    void canCloseTheConnection() throws IOException {
        mail.failNext(EHLO, ConnectionFault.disconnect());
        try (SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
            client.reply();

            assertThat(client.say("HELO client.example")).isEmpty();
        }
    }

    @Test
    void canDelayAndEndWithTheServer() throws Exception {
        mail.failNext(RCPT, ConnectionFault.delay(Duration.ofHours(1)));
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<String> reply = CompletableFuture.supplyAsync(() -> {
            try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                client.say("MAIL FROM:<a@example.org>");
                asked.countDown();
                return client.say("RCPT TO:<b@example.org>");
            } catch (IOException e) {
                return "lost";
            }
        });
        asked.await();
        Deadline.waitingFor("an event", Duration.ofSeconds(5))
                .await(
                        mail.timeline(),
                        () -> mail.timeline().events().stream()
                                .filter(event -> event.detail().toString().matches("fault #\\d+ .* at RCPT.*"))
                                .findFirst());
        mail.close();

        assertThat(reply.get()).isEqualTo("250 2.1.5 Recipient OK");
    }

    @Test
    void mustBeReplies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpFault.reply(99, "", "x"))
                .withMessage("code (99) must be between 200 and 599");
    }
}
