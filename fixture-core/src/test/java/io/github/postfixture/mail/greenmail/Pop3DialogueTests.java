package io.github.postfixture.mail.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pop3DialogueTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();
    private DialogueSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = new DialogueSocket(mail.pop3());
        client.line();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STAT               | -ERR Log in first",
                "NOOP               | -ERR Log in first",
                "FOO                | -ERR Unknown command",
                "''                 | -ERR Unknown command",
                "USER               | -ERR Syntax: USER name",
                "PASS secret        | -ERR Send USER first",
                "AUTH PLAIN !!!     | -ERR Authentication cancelled or malformed",
                "AUTH NTLM          | -ERR Mechanism must be PLAIN",
                "user alice         | +OK Send PASS",
                "QUIT               | +OK Bye",
            })
    void answersBeforeLogin(String command, String response) throws IOException {
        client.send(command + "\r\n");

        assertThat(client.line()).isEqualTo(response);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOOP      | +OK",
                "STAT      | +OK 1 23",
                "LIST 1    | +OK 1 23",
                "LIST 2    | -ERR No such message",
                "RETR x    | -ERR No such message",
                "TOP 1     | -ERR Syntax: TOP message lines",
                "DELE 1    | +OK Marked as deleted",
                "RSET      | +OK",
                "USER x    | -ERR Logged in already",
            })
    void answersAfterLogin(String command, String response) throws IOException {
        deliver("Subject: x\r\n\r\n.dot\r\nb");
        login();
        client.send(command + "\r\n");

        assertThat(client.line()).isEqualTo(response);
        client.send("NOOP\r\n");
        assertThat(client.line()).isEqualTo("+OK");
    }

    @Test
    void retrievesAMailByteForByte() throws IOException {
        deliver("Subject: x\r\n\r\n.dot\r\nb");
        login();

        client.send("RETR 1\r\n");
        assertThat(client.line()).isEqualTo("+OK 23 octets");
        assertThat(client.line()).isEqualTo("Subject: x");
        assertThat(client.line()).isEmpty();
        assertThat(client.line()).isEqualTo("..dot");
        assertThat(client.line()).isEqualTo("b");
        assertThat(client.line()).isEqualTo(".");
    }

    @Test
    void keepsItsSnapshotWhileNewMailComes() throws IOException {
        deliver("Subject: first\r\n\r\nx");
        login();
        deliver("Subject: second\r\n\r\nx");
        client.send("STAT\r\n");

        assertThat(client.line()).isEqualTo("+OK 1 21");
    }

    @Test
    void forgetsDeletionsWhenTheConnectionIsLost() throws IOException {
        deliver("Subject: first\r\n\r\nx");
        login();
        client.send("DELE 1\r\n");
        client.line();
        client.close();
        connect();
        login();
        client.send("STAT\r\n");

        assertThat(client.line()).isEqualTo("+OK 1 21");
    }

    private void login() throws IOException {
        client.send("USER alice@example.org\r\nPASS secret\r\n");
        client.line();
        client.line();
    }

    private void deliver(String message) throws IOException {
        try (SmtpClientSocket sender = SmtpClientSocket.greeting(mail.smtp())) {
            sender.deliver(message, "shop@example.org", "alice@example.org");
        }
    }
}
