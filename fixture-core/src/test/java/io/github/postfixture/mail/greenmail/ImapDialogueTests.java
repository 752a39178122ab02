package io.github.postfixture.mail.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapDialogueTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();
    private DialogueSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = new DialogueSocket(mail.imap());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @Test
    void greetsWithItsCapabilities() throws IOException {
        assertThat(client.line())
                .isEqualTo("* OK [CAPABILITY IMAP4rev1 LITERAL+ UIDPLUS SORT IDLE MOVE QUOTA SASL-IR AUTH=PLAIN"
                        + " AUTH=LOGIN ID NAMESPACE UNSELECT ENABLE STARTTLS] Postfixture ready");
    }

    @Test
    void fetchesAMailByteForByte() throws IOException {
        deliver("Subject: Hello\r\nX-Latin: h\u00e4llo\r\n\r\nbody\r\n \r\n");
        login();
        client.say("2 SELECT INBOX", "2 ");

        assertThat(client.say("3 FETCH 1 (RFC822.SIZE BODY.PEEK[])", "3 "))
                .startsWith("* 1 FETCH (RFC822.SIZE 46 BODY[] {46}", "Subject: Hello")
                .endsWith("body", " ", "", ")", "3 OK FETCH completed.");
    }

    @Test
    void tellsAnIdleClientOfNewMail() throws IOException {
        login();
        client.say("2 SELECT INBOX", "2 ");
        client.say("3 IDLE", "+ ");
        deliver("Subject: Hello");

        assertThat(client.line()).isEqualTo("* 1 EXISTS");
    }

    @Test
    void keepsMailboxesApartWhoseAddressesHashAlike() throws IOException {
        deliver("Subject: for Aa", "Aa@example.org");
        deliver("Subject: for BB", "BB@example.org");
        try (DialogueSocket other = new DialogueSocket(mail.imap())) {
            other.line();
            client.line();
            client.say("1 LOGIN Aa@example.org x", "1 ");
            other.say("1 LOGIN BB@example.org x", "1 ");

            assertThat(client.say("2 STATUS INBOX (MESSAGES)", "2 ")).contains("* STATUS \"INBOX\" (MESSAGES 1)");
            assertThat(other.say("2 STATUS INBOX (MESSAGES)", "2 ")).contains("* STATUS \"INBOX\" (MESSAGES 1)");
        }
    }

    @Test
    void appendsWithFlagsAndDate() throws IOException {
        login();
        client.send("2 APPEND INBOX (\\Seen) \"24-Nov-2026 12:30:00 +0000\" {12+}\r\nSubject: x\r\n\r\n");
        assertThat(client.line()).matches("2 OK \\[APPENDUID \\d+ 1] APPEND completed");
        client.say("3 SELECT INBOX", "3 ");

        assertThat(client.say("4 FETCH 1 (FLAGS INTERNALDATE)", "4 ").get(0))
                .contains("\\Seen")
                .contains("INTERNALDATE \"24-Nov-2026 12:30:00 +0000\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 NOOP                                    | 1 OK NOOP completed.",
                "1 ID NIL                                  | 1 OK ID completed",
                "1 NAMESPACE                               | 1 BAD NAMESPACE needs a login",
                "1 UNSELECT                                | 1 BAD UNSELECT needs a selected mailbox",
                "1 LOGIN alice@example.org wrong           | 1 NO [AUTHENTICATIONFAILED] Wrong password"
                        + " for alice@example.org",
                "1 AUTHENTICATE PLAIN AGFsaWNlQGV4YW1wbGUub3JnAHdyb25n | 1 NO [AUTHENTICATIONFAILED] Wrong password"
                        + " for alice@example.org",
                "1 AUTHENTICATE PLAIN *                    | 1 BAD Authentication cancelled or malformed",
                "1 AUTHENTICATE NTLM                       | 1 NO [CANNOT] Mechanism must be PLAIN or LOGIN",
                "1 APPEND INBOX x                          | 1 BAD APPEND needs a login",
                "1                                         | * BAD Expected: tag SP command",
                "(((                                       | * BAD Expected: tag SP command",
            })
    void answersBeforeLogin(String command, String response) throws IOException {
        client.line();
        List<String> lines = client.say(command, response.startsWith("*") ? "* BAD" : "1 ");

        assertThat(lines).endsWith(response);
        assertThat(client.say("9 NOOP", "9 ")).endsWith("9 OK NOOP completed.");
    }

    @Test
    void survivesAnEmptyLine() throws IOException {
        client.line();
        client.send("\r\n");

        assertThat(client.line()).isEqualTo("* BAD Expected: tag SP command");
        assertThat(client.say("9 NOOP", "9 ")).endsWith("9 OK NOOP completed.");
    }

    @Test
    void givesUpALineWithoutEnd() throws IOException {
        client.line();
        client.send("x".repeat(Turns.LONGEST_LINE + 1));

        assertThat(client.line()).isEqualTo("* BYE Line too long");
        assertThat(client.line()).isEmpty();
    }

    @Test
    void tellsTheTimelineWhoLoggedIn() throws IOException {
        client.line();
        client.say("1 AUTHENTICATE PLAIN AGFsaWNlQGV4YW1wbGUub3JnAHNlY3JldA==", "1 ");

        assertThat(mail.timeline().events())
                .extracting(event -> event.source() + ": " + event.detail())
                .contains("imap: login as alice@example.org");
    }

    private void login() throws IOException {
        client.line();
        client.say("1 LOGIN alice@example.org secret", "1 ");
    }

    private void deliver(String message) throws IOException {
        deliver(message, "alice@example.org");
    }

    private void deliver(String message, String recipient) throws IOException {
        try (SmtpClientSocket sender = SmtpClientSocket.greeting(mail.smtp())) {
            sender.deliver(message, "shop@example.org", recipient);
        }
    }
}
