package io.github.postfixture.mail.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.RealClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that fetch difficult messages as they were sent. */
@Tag("real-client")
class DifficultMessagesClientTests {

    /** Fetches all messages, and prints their numbers, their sizes and their hashes. */
    private static final String IMAPLIB = """
            import hashlib, imaplib, sys
            client = imaplib.IMAP4(sys.argv[1], int(sys.argv[2]))
            client.login('reader@example.org', 'secret')
            client.select()
            for number in client.search(None, 'ALL')[1][0].split():
                status, data = client.fetch(number, '(RFC822.SIZE BODY.PEEK[])')
                size = data[0][0].split(b'RFC822.SIZE ')[1].split()[0].decode()
                print(number.decode(), size, hashlib.sha256(data[0][1]).hexdigest())
                for item in 'ENVELOPE', 'BODYSTRUCTURE', 'BODY.PEEK[1]':
                    assert client.fetch(number, '(' + item + ')')[0] == 'OK'
            client.logout()
            """;

    /** Retrieves the messages that are named, and prints their numbers, their sizes and their hashes. */
    private static final String POPLIB = """
            import hashlib, poplib, sys
            client = poplib.POP3(sys.argv[1], int(sys.argv[2]))
            client.user('reader@example.org')
            client.pass_('secret')
            for number in sys.argv[3:]:
                size = client.list(number).split()[2].decode()
                lines = client.retr(number)[1]
                print(number, size, hashlib.sha256(b''.join(line + b'\\r\\n' for line in lines)).hexdigest())
            client.quit()
            """;

    /** Longer lines are none for poplib. */
    private static final int LONGEST_LINE = 2_000;

    private static DifficultMailbox mailbox;

    @BeforeAll
    static void deliverThemAll() throws IOException {
        mailbox = DifficultMailbox.filled();
    }

    @AfterAll
    static void close() {
        mailbox.close();
    }

    @Test
    void imaplibFetchesThem() {
        List<String> expected = new ArrayList<>();
        for (int number = 1; number <= mailbox.messages().size(); number++) {
            expected.add(expected(number));
        }

        assertThat(python(IMAPLIB, mailbox.server().imap(), List.of())).isEqualTo(expected);
    }

    @Test
    void poplibRetrievesThem() {
        List<String> numbers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int number = 1; number <= mailbox.messages().size(); number++) {
            if (isMadeOfLines(mailbox.messages().get(number - 1).text())) {
                numbers.add(String.valueOf(number));
                expected.add(expected(number));
            }
        }

        assertThat(numbers).hasSizeGreaterThan(300);
        assertThat(python(POPLIB, mailbox.server().pop3(), numbers)).isEqualTo(expected);
    }

    @Test
    void curlRetrievesSome(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("message");
        for (int number = 1; number <= mailbox.messages().size(); number += 97) {
            String text = mailbox.messages().get(number - 1).text();
            RealClient.curl()
                    .run(
                            mailbox.server().pop3() + "/" + number,
                            "-u",
                            DifficultMailbox.READER + ":secret",
                            "-o",
                            file.toString());

            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).isEqualTo(text);
        }
    }

    private static List<String> python(String script, Endpoint endpoint, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-c", script, endpoint.host(), String.valueOf(endpoint.port())));
        all.addAll(arguments);
        return RealClient.named("python3")
                .run(all.toArray(String[]::new))
                .lines()
                .toList();
    }

    private static String expected(int number) {
        DifficultMessage message = mailbox.messages().get(number - 1);
        return number + " " + message.octets().length() + " "
                + hash(message.octets().toByteArray());
    }

    private static boolean isMadeOfLines(String text) {
        return text.endsWith("\r\n")
                && !text.replace("\r\n", "").matches("(?s).*[\r\n].*")
                && text.lines().allMatch(line -> line.length() < LONGEST_LINE);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
