package io.github.postfixture.mail.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pop3MaildropTests {

    private static final String MAIL = "Subject: one\r\n\r\nbody\r\n";

    private final MailServer mail = MailServer.builder()
            .smtp(SmtpOptions.defaults().allowBareLineEndings())
            .start();

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOOP      | +OK",
                "STAT      | +OK 1 22",
                "list 1    | +OK 1 22",
                "LIST 2    | -ERR No such message",
                "LIST 0    | -ERR No such message",
                "UIDL 2    | -ERR No such message",
                "RETR      | -ERR No such message",
                "RETR x    | -ERR No such message",
                "RETR 99999999999 | -ERR No such message",
                "TOP 1     | -ERR Syntax: TOP message lines",
                "TOP 1 -1  | -ERR Syntax: TOP message lines",
                "DELE 1    | +OK Marked as deleted",
                "RSET      | +OK",
                "USER x    | -ERR Logged in already",
                "STLS      | -ERR Logged in already",
            })
    void answersWithOneLine(String command, String response) throws IOException {
        deliver("alice@example.org", MAIL);
        try (Pop3Client client = alice()) {
            assertThat(client.say(command)).isEqualTo(response);
            assertThat(client.say("NOOP")).isEqualTo("+OK");
        }
    }

    @Test
    void countsWhatItSends() throws IOException {
        deliver("alice@example.org", MAIL);
        deliver("alice@example.org", MAIL + "more\r\n");
        try (Pop3Client client = alice()) {
            assertThat(client.say("STAT")).isEqualTo("+OK 2 " + (2 * MAIL.length() + 6));
            assertThat(client.listing("LIST")).containsExactly("+OK", "1 " + MAIL.length(), "2 " + (MAIL.length() + 6));
            client.say("DELE 1");
            assertThat(client.say("STAT")).isEqualTo("+OK 1 " + (MAIL.length() + 6));
            assertThat(client.listing("LIST")).containsExactly("+OK", "2 " + (MAIL.length() + 6));
            assertThat(client.say("DELE 1")).isEqualTo("-ERR No such message");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: one\r\n\r\nbody\r\n",
                "Subject: trailing\r\n\r\nbody\r\n\r\n\r\n",
                "Subject: J\u00fcrgen\r\n\r\n\u00e9\0\u0080\r\n",
                "no header at all\r\n",
                "Bare: a\nLine: b\n\nbody\n\r\n",
                "\r\nno header\r\n",
            })
    void givesBackTheBytes(String message) throws IOException {
        deliver("alice@example.org", message);
        try (Pop3Client client = alice()) {
            assertThat(client.say("RETR 1")).isEqualTo("+OK " + message.length() + " octets");
            assertThat(client.bytes(message.length())).isEqualTo(message);
            assertThat(client.line()).isEqualTo(".");
        }
    }

    @Test
    void showsTheTop() throws IOException {
        deliver("alice@example.org", "Subject: one\r\n\r\n1\r\n2\r\n3\r\n");
        try (Pop3Client client = alice()) {
            assertThat(client.listing("TOP 1 2")).containsExactly("+OK", "Subject: one", "", "1", "2");
            assertThat(client.listing("TOP 1 0")).containsExactly("+OK", "Subject: one", "");
            assertThat(client.listing("TOP 1 9")).hasSize(6);
            assertThat(client.listing("TOP 1 2147483647")).hasSize(6);
            assertThat(client.listing("TOP 01 99999999999999999999999999")).hasSize(6);
            assertThat(client.listing("TOP 1 000000000000000000000")).hasSize(3);
            assertThat(client.say("LIST 99999999999999999999999999")).isEqualTo("-ERR No such message");
        }
    }

    @Test
    void repliesOnceToReset() throws IOException {
        deliver("alice@example.org", MAIL);
        try (Pop3Client client = alice()) {
            client.say("DELE 1");
            assertThat(client.say("RETR 1")).isEqualTo("-ERR No such message");
            assertThat(client.say("RSET")).isEqualTo("+OK");
            assertThat(client.say("STAT")).isEqualTo("+OK 1 " + MAIL.length());
        }
    }

    @Test
    void staysAsItWasWhenTheSessionBegan() throws IOException {
        deliver("alice@example.org", MAIL);
        try (Pop3Client client = alice()) {
            deliver("alice@example.org", MAIL);
            assertThat(client.say("STAT")).isEqualTo("+OK 1 " + MAIL.length());
            try (Pop3Client later = alice()) {
                assertThat(later.say("STAT")).isEqualTo("+OK 2 " + 2 * MAIL.length());
            }
        }
    }

    @Test
    void hasNamesThatOutliveSessions() throws IOException {
        deliver("alice@example.org", MAIL);
        deliver("alice@example.org", MAIL);
        String second;
        try (Pop3Client client = alice()) {
            second = client.say("UIDL 2").replace("+OK 2 ", "");
            assertThat(second).matches("[!-~]{1,70}");
            assertThat(client.say("UIDL 1")).isNotEqualTo("+OK 1 " + second);
            client.say("DELE 1");
            client.say("QUIT");
        }
        try (Pop3Client client = alice()) {
            assertThat(client.listing("UIDL")).containsExactly("+OK", "1 " + second);
        }
    }

    @Test
    void losesWhatIsMarkedAsDeletedAtQuit() throws IOException {
        deliver("alice@example.org", MAIL);
        deliver("alice@example.org", MAIL + "second\r\n");
        try (Pop3Client client = alice()) {
            client.say("DELE 1");
            assertThat(client.say("QUIT")).isEqualTo("+OK Bye");
            assertThat(client.line()).isEqualTo("(end)");
        }
        try (Pop3Client client = alice()) {
            assertThat(client.say("STAT")).isEqualTo("+OK 1 " + (MAIL.length() + 8));
        }
    }

    @Test
    void losesNothingElseAtQuit() throws Exception {
        deliver("alice@example.org", MAIL);
        deliver("alice@example.org", MAIL);
        try (Store imap = Session.getInstance(new Properties()).getStore("imap");
                Pop3Client client = alice()) {
            imap.connect("127.0.0.1", mail.imap().port(), "alice@example.org", "secret");
            Folder inbox = imap.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.getMessage(2).setFlag(Flags.Flag.DELETED, true);
            client.say("DELE 1");
            client.say("QUIT");

            assertThat(imap.getFolder("INBOX").getMessageCount()).isEqualTo(1);
            inbox.close(false);
        }
    }

    @Test
    void losesNothingWhenTheConnectionIsLost() throws IOException {
        deliver("alice@example.org", MAIL);
        try (Pop3Client client = alice()) {
            client.say("DELE 1");
        }
        try (Pop3Client client = alice()) {
            assertThat(client.say("STAT")).isEqualTo("+OK 1 " + MAIL.length());
        }
    }

    @Test
    void canBeSharedAndKeepsWhatAnotherSessionRemoves() throws IOException {
        deliver("alice@example.org", MAIL);
        try (Pop3Client one = alice();
                Pop3Client other = alice()) {
            one.say("DELE 1");
            one.say("QUIT");

            assertThat(other.say("RETR 1")).isEqualTo("+OK " + MAIL.length() + " octets");
            assertThat(other.bytes(MAIL.length() + 3)).isEqualTo(MAIL + ".\r\n");
            other.say("DELE 1");
            assertThat(other.say("QUIT")).isEqualTo("+OK Bye");
        }
    }

    @Test
    void answersWhatWasSentAheadInOrder() throws IOException {
        deliver("alice@example.org", MAIL);
        try (Pop3Client client = new Pop3Client(mail.pop3())) {
            client.send("USER alice@example.org\r\nPASS x\r\nSTAT\r\nRETR 1\r\nDELE 1\r\nQUIT\r\n");
            client.line();
            client.line();
            assertThat(client.line()).isEqualTo("+OK 1 " + MAIL.length());
            assertThat(client.line()).isEqualTo("+OK " + MAIL.length() + " octets");
            assertThat(client.bytes(MAIL.length() + 3)).isEqualTo(MAIL + ".\r\n");
            assertThat(client.line()).isEqualTo("+OK Marked as deleted");
            assertThat(client.line()).isEqualTo("+OK Bye");
        }
    }

    @Test
    void isClosedToEverythingButAFarewellWhenTheServerStops() throws IOException {
        try (Pop3Client client = alice();
                Pop3Client leaving = alice()) {
            mail.close();

            assertThat(client.say("STAT")).isEqualTo("-ERR [SYS/TEMP] The server shuts down");
            assertThat(client.line()).isEqualTo("(end)");
            assertThat(leaving.say("QUIT")).isEqualTo("+OK Bye");
        }
    }

    private Pop3Client alice() throws IOException {
        return Pop3Client.loggedIn(mail.pop3(), "alice@example.org");
    }

    private void deliver(String address, String message) throws IOException {
        try (SmtpClientSocket sender = SmtpClientSocket.greeting(mail.smtp())) {
            sender.chunk(message, "shop@example.org", address);
        }
    }
}
