package io.github.postfixture.mail.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.corpus.WireClient;
import io.github.postfixture.mail.protocol.MailProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that want to harm the server, on every protocol, and the client that comes after them. */
class HostileClientTests {

    private static final String ALICE = "alice@example.org";

    private final MailServer mail =
            MailServer.builder().account(ALICE, "secret").start();

    @AfterEach
    void leaveTheServerAlive() throws IOException {
        serveTheNextClient();
        assertThat(mail.timeline().failures()).isEmpty();
        mail.close();
    }

    /** What the server says last may be lost with the connection, since the client is still sending. */
    @ParameterizedTest
    @CsvSource({"SMTP", "IMAP", "POP3"})
    void sendALineWithoutEnd(MailProtocol protocol) throws IOException {
        int before = mail.timeline().events().size();

        String answers = exchange(mail.endpoint(protocol), "x".repeat(3 << 20));

        assertThat(answers).containsPattern("\n(500 |\\* BYE |-ERR |\\(reset\\))");
        assertThat(mail.timeline().events()).hasSizeGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SMTP | DATA/RCPT TO:<a@b>/MAIL/BDAT 1/x | 503 5.5.1",
                "IMAP | a SELECT INBOX/b FETCH 1 FLAGS/c IDLE/d CLOSE | d BAD",
                "POP3 | STAT/RETR 1/DELE 1/PASS x/UIDL/RSET | -ERR",
            })
    void sayCommandsInTheWrongState(MailProtocol protocol, String commands, String answer) throws IOException {
        String answers = exchange(mail.endpoint(protocol), commands.replace("/", "\r\n") + "\r\n");

        assertThat(answers).contains("\n" + answer).doesNotContain("\n+OK").doesNotContain("a OK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SMTP | AUTH PLAIN AGFsaWNlQGV4YW1wbGUub3JnAHdyb25n/ | 535 ",
                "IMAP | a LOGIN alice@example.org wrong/ | a NO ",
                "POP3 | USER alice@example.org/PASS wrong/ | -ERR ",
            })
    void guessPasswords(MailProtocol protocol, String guess, String answer) throws IOException {
        String hello = protocol == MailProtocol.SMTP ? "EHLO x\r\n" : "";

        assertThat(exchange(
                        mail.endpoint(protocol),
                        hello + guess.replace("/", "\r\n").repeat(50)))
                .contains("\n" + answer)
                .doesNotContain("235 ")
                .doesNotContain("a OK")
                .doesNotContain("wrong");
    }

    @Test
    void saySmtpAllAtOnce() throws IOException {
        String mails =
                "MAIL FROM:<a@b.example>\r\nRCPT TO:<alice@example.org>\r\nDATA\r\nSubject: x\r\n\r\ntext\r\n.\r\n";

        String answers = exchange(mail.smtp(), "EHLO x\r\n" + mails.repeat(100) + "QUIT\r\n");

        assertThat(answers.split("\n250 2.0.0 Message accepted", -1)).hasSize(101);
        assertThat(answers).contains("\n221 ");
        assertThat(mail.receivedMails()).hasSize(100);
    }

    @Test
    void sayImapAllAtOnce() throws IOException {
        String append = "b APPEND INBOX {4+}\r\na: b\r\n";

        String answers = exchange(
                mail.imap(),
                "a LOGIN alice@example.org secret\r\n" + append.repeat(100)
                        + "c SELECT INBOX\r\nd FETCH 1:* BODY[]\r\ne LOGOUT\r\n");

        assertThat(answers).contains("\n* 100 EXISTS", "\n* 100 FETCH (", "\nd OK", "\ne OK");
    }

    @Test
    void sayPop3AllAtOnce() throws IOException {
        String answers = exchange(
                mail.pop3(), "USER alice@example.org\r\nPASS secret\r\n" + "STAT\r\nNOOP\r\n".repeat(500) + "QUIT\r\n");

        assertThat(answers.split("\n\\+OK", -1)).hasSize(1 + 2 + 1000 + 1);
    }

    @Test
    void nameAThousandRecipientsAndThenMore() throws IOException {
        StringBuilder recipients = new StringBuilder();
        for (int i = 1; i <= 1_001; i++) {
            recipients.append("RCPT TO:<r").append(i).append("@example.org>\r\n");
        }

        String answers = exchange(
                mail.smtp(), "EHLO x\r\nMAIL FROM:<a@b.example>\r\n" + recipients + "DATA\r\nSubject: x\r\n\r\n.\r\n");

        assertThat(answers).contains("\n452 4.5.3").contains("\n250 2.0.0 Message accepted");
        assertThat(mail.receivedMails().get(0).recipients()).hasSize(1_000);
        assertThat(mail.mailbox("r1000@example.org").receivedMails()).hasSize(1);
        assertThat(mail.mailbox("r1001@example.org").receivedMails()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void stayAndSayNothingWhileOthersAreServed(MailProtocol protocol) throws IOException {
        List<Socket> idle = new ArrayList<>();
        Endpoint endpoint = mail.endpoint(protocol);
        for (int i = 0; i < 100; i++) {
            idle.add(new Socket(endpoint.host(), endpoint.port()));
        }

        serveTheNextClient();

        for (Socket socket : idle) {
            socket.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"SMTPS", "IMAPS", "POP3S"})
    void failToShakeHands(MailProtocol protocol) throws IOException {
        Endpoint endpoint = mail.endpoint(protocol);
        try (Socket silent = new Socket(endpoint.host(), endpoint.port())) {
            for (int i = 0; i < 10; i++) {
                exchange(endpoint, "EHLO this is no TLS\r\n\u0016\u0003\u0001\u00ff\u00ff");
            }
            silent.getOutputStream().write(new byte[] {22, 3, 1});

            serveTheNextClient();
        }
    }

    private void serveTheNextClient() throws IOException {
        try (WireClient client = new WireClient(mail.smtp())) {
            client.say("HELO x");
            client.say("MAIL FROM:<sane@example.org>");
            client.say("RCPT TO:<" + ALICE + ">");
            client.say("DATA");
            assertThat(client.say("Subject: sane\r\n\r\ntext\r\n.")).isEqualTo("250 2.0.0 Message accepted");
        }
        try (WireClient client = WireClient.imap(mail.imap(), ALICE)) {
            assertThat(client.imap("FETCH * BODY.PEEK[HEADER.FIELDS (SUBJECT)]"))
                    .contains("Subject: sane\r\n");
        }
        try (WireClient client = WireClient.pop3(mail.pop3(), ALICE)) {
            assertThat(client.say("STAT")).startsWith("+OK ");
        }
    }

    /** Send everything at once, and return all that the server says until it hangs up. */
    private static String exchange(Endpoint endpoint, String all) throws IOException {
        try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
            socket.setSoTimeout(60_000);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(socket, all));
            String answers = read(socket.getInputStream());
            sent.join();
            return answers.replace("\r\n", "\n");
        }
    }

    private static void send(Socket socket, String all) {
        try {
            socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
        } catch (IOException e) {
            // The server has hung up, which is its right.
        }
    }

    private static String read(InputStream input) {
        StringBuilder answers = new StringBuilder();
        byte[] piece = new byte[8192];
        try {
            for (int count = input.read(piece); count >= 0; count = input.read(piece)) {
                answers.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            answers.append("(reset)");
        }
        return answers.toString();
    }
}
