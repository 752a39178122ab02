package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.SmtpFault;
import io.github.postfixture.mail.SmtpStage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that talk nonsense, always the same nonsense, and the client after them. */
class SmtpFuzzTests {

    private static final int PIECES = 400;
    private static final List<String> WORDS = List.of(
            "EHLO x\r\n",
            "HELO x\r\n",
            "MAIL FROM:<a@example.org>\r\n",
            "MAIL FROM:<>\r\n",
            "RCPT TO:<b@example.org>\r\n",
            "DATA\r\n",
            "BDAT 3\r\n",
            "BDAT 2 LAST\r\n",
            "BDAT 99999999999999999999\r\n",
            "AUTH PLAIN\r\n",
            "AUTH LOGIN =\r\n",
            "RSET\r\n",
            ".\r\n",
            "\r\n",
            "\n",
            "\r",
            "..",
            "\0",
            "<",
            ">",
            "\"",
            "é",
            "VRFY <<<>>>\r\n",
            "MAIL FROM:<\"\\\"@\"@[::1]> SIZE=1 BODY=8BITMIME\r\n",
            "RCPT TO:<@a,@b:c@d> NOTIFY=\r\n",
            " ",
            "x".repeat(3_000));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void leaveTheServerAbleToServeTheNextClient(long seed) throws IOException {
        Random random = new Random(seed);
        try (MailServer mail = MailServer.start()) {
            mail.failNext(SmtpStage.RCPT, SmtpFault.disconnect());
            for (int client = 0; client < 3; client++) {
                talkNonsense(mail, random);
            }

            try (SmtpClientSocket next = SmtpClientSocket.greeting(mail.smtp())) {
                mail.clearFaults();
                assertThat(next.deliver("Subject: sane", "a@example.org", "b@example.org"))
                        .isEqualTo("250 2.0.0 Message accepted");
            }
            assertThat(mail.receivedMails())
                    .last()
                    .satisfies(last -> assertThat(last).hasSubject("sane"));
            assertThat(mail.timeline().toString()).doesNotContain("defect of the server");
        }
    }

    @Test
    void doNotKeepOthersWaiting() throws Exception {
        try (MailServer mail = MailServer.start()) {
            List<SmtpClientSocket> idle = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                idle.add(SmtpClientSocket.greeting(mail.smtp()));
            }
            List<CompletableFuture<String>> replies = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                replies.add(CompletableFuture.supplyAsync(() -> deliver(mail)));
            }

            for (CompletableFuture<String> reply : replies) {
                assertThat(reply.get()).isEqualTo("250 2.0.0 Message accepted");
            }
            assertThat(mail.awaitMails(8)).hasSize(8);
            for (SmtpClientSocket client : idle) {
                client.close();
            }
        }
    }

    private static String deliver(MailServer mail) {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            return client.deliver("Subject: x", "a@example.org", "b@example.org");
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void talkNonsense(MailServer mail, Random random) throws IOException {
        try (SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
            for (int i = 0; i < PIECES; i++) {
                client.send(WORDS.get(random.nextInt(WORDS.size())));
            }
        } catch (IOException e) {
            // The server has hung up, which is its right.
        }
    }
}
