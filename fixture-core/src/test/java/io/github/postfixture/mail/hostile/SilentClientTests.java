package io.github.postfixture.mail.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that begin something and then say nothing more, and keep the connection open. */
class SilentClientTests {

    private final MailServer mail = MailServer.builder()
            .account("alice@example.org", "secret")
            .idleTimeout(Duration.ofMillis(200))
            .start();

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMAP | a LOGIN {20}/ | * BYE ",
                "IMAP | a LOGIN alice@example.org secret/b APPEND INBOX {100}/half | * BYE ",
                "IMAP | a LOGIN alice@example.org secret/b APPEND INBOX {100+}/half | * BYE ",
                "IMAP | a AUTHENTICATE PLAIN/ | * BYE ",
                "IMAP | a LOGIN alice@exam | * BYE ",
                "POP3 | USER alice@exam | ",
                "POP3 | AUTH PLAIN/ | ",
            })
    void areHungUpOn(MailProtocol protocol, String said, String farewell) throws IOException {
        String answers = answers(mail.endpoint(protocol), said.replace("/", "\r\n"));

        assertThat(answers.substring(answers.lastIndexOf('\n', answers.length() - 2) + 1))
                .startsWith(farewell == null ? "" : farewell);
        assertThat(mail.timeline().failures()).isEmpty();
        assertThat(mail.mailbox("alice@example.org").receivedMails()).isEmpty();
    }

    private static String answers(Endpoint endpoint, String said) throws IOException {
        try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
