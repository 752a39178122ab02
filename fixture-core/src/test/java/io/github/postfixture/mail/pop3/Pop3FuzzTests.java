package io.github.postfixture.mail.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that talk nonsense, always the same nonsense, and the client after them. */
class Pop3FuzzTests {

    private static final List<String> WORDS = List.of(
            "USER a@example.org\r\n",
            "PASS x\r\n",
            "STAT\r\n",
            "LIST\r\n",
            "LIST -1\r\n",
            "UIDL 99999999999999999999\r\n",
            "RETR 1\r\n",
            "RETR \r\n",
            "TOP 1 999999999\r\n",
            "TOP 1 1 1\r\n",
            "DELE 1\r\n",
            "RSET\r\n",
            "CAPA\r\n",
            "AUTH\r\n",
            "AUTH PLAIN\r\n",
            "AUTH LOGIN =\r\n",
            "AUTH XOAUTH2 AQEB\r\n",
            "APOP x y\r\n",
            "APOP  \r\n",
            "UTF8\r\n",
            "\r\n",
            "\n",
            "\r",
            "\0",
            " ",
            "*\r\n",
            "\u00e9\u00ff",
            "x".repeat(3_000));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void leaveTheServerAbleToServeTheNextClient(long seed) throws IOException {
        Random random = new Random(seed);
        try (MailServer mail = MailServer.start()) {
            deliver(mail);
            for (int client = 0; client < 3; client++) {
                talkNonsense(mail, random);
            }

            try (Pop3Client next = Pop3Client.loggedIn(mail.pop3(), "a@example.org")) {
                assertThat(next.say("STAT")).isEqualTo("+OK 1 12");
            }
            assertThat(mail.timeline().failures()).isEmpty();
        }
    }

    @Test
    void ofALineTooLongAreTold() throws IOException {
        try (MailServer mail = MailServer.start();
                Pop3Client client = new Pop3Client(mail.pop3())) {
            assertThat(client.say("USER " + "x".repeat(100_000))).isEqualTo("-ERR Line too long");
            assertThat(client.say("AUTH LOGIN")).startsWith("+ ");
            assertThat(client.say("x".repeat(100_000))).isEqualTo("-ERR Answer is too long");
            assertThat(client.say("QUIT")).isEqualTo("+OK Bye");
        }
    }

    @Test
    void ofALineWithoutEndAreGivenUp() throws IOException {
        try (MailServer mail = MailServer.start();
                Pop3Client client = new Pop3Client(mail.pop3())) {
            String garbage = "x".repeat(1 << 16);
            for (int i = 0; i < 17; i++) {
                client.send(garbage);
            }

            assertThat(Deadline.waitingFor("an event", java.time.Duration.ofSeconds(10))
                            .await(
                                    mail.timeline(),
                                    () -> mail.timeline().events().stream()
                                            .filter(event ->
                                                    event.detail().equals("connection closed: A line without end"))
                                            .findFirst()))
                    .isPresent();
        }
    }

    @Test
    void whoAreIdleDoNotKeepOthersWaiting() throws IOException {
        try (MailServer mail = MailServer.start()) {
            List<Pop3Client> idle = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                idle.add(Pop3Client.loggedIn(mail.pop3(), "a@example.org"));
            }
            deliver(mail);

            try (Pop3Client next = Pop3Client.loggedIn(mail.pop3(), "a@example.org")) {
                assertThat(next.say("STAT")).isEqualTo("+OK 1 12");
            }
            for (Pop3Client client : idle) {
                assertThat(client.say("STAT")).isEqualTo("+OK 0 0");
                client.close();
            }
        }
    }

    private static void talkNonsense(MailServer mail, Random random) throws IOException {
        try (Pop3Client client = new Pop3Client(mail.pop3())) {
            for (int i = 0; i < 400; i++) {
                client.send(WORDS.get(random.nextInt(WORDS.size())));
            }
        } catch (IOException e) {
            // The server has hung up, which is its right.
        }
    }

    private static void deliver(MailServer mail) throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.deliver("Subject: x", "a@example.org", "a@example.org");
        }
    }
}
