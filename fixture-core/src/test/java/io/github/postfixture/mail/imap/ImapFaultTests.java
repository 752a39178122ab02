package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.ImapFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapFaultTests {

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO [INUSE] Later", "BAD Nonsense"})
    void aCommandIsRefusedOnce(String answer) throws IOException {
        String text = answer.substring(answer.indexOf(' ') + 1);
        mail.atImap("SELECT").next(answer.startsWith("NO") ? ImapFault.no(text) : ImapFault.bad(text));

        try (Client client = new Client()) {
            client.logIn();
            assertThat(client.say("a SELECT INBOX")).isEqualTo("a " + answer);
            assertThat(client.say("b SELECT INBOX")).startsWith("b OK");
        }
    }

    @Test
    void commandsByUidAreMeantToo() throws IOException {
        mail.atImap("fetch").matching("body[]").always(ImapFault.no("Not the body"));

        try (Client client = new Client()) {
            client.logIn();
            client.say("a SELECT INBOX");
            assertThat(client.say("b UID FETCH 1:* BODY[]")).isEqualTo("b NO Not the body");
            assertThat(client.say("c UID FETCH 1:* FLAGS")).startsWith("c OK");
        }
    }

    @Test
    void goodbyeEndsTheConnection() throws IOException {
        mail.atImap("NOOP").next(ImapFault.bye("Maintenance"));

        try (Client client = new Client()) {
            assertThat(client.ask("a NOOP")).isEqualTo("* BYE Maintenance");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void theGreetingCanBeGoodbye() throws IOException {
        mail.atImap("CONNECT").next(ImapFault.bye("Too many connections"));

        try (Client client = new Client()) {
            assertThat(client.greeting).isEqualTo("* BYE Too many connections");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void aClientThatIdlesLosesItsConnection() throws IOException {
        mail.atImap("IDLE").next(ConnectionFault.disconnect());

        try (Client client = new Client()) {
            client.logIn();
            client.say("a SELECT INBOX");
            assertThat(client.ask("b IDLE")).isEqualTo("+ idling");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void theConnectionIsReset() throws IOException {
        mail.atImap("NOOP").next(ConnectionFault.reset());

        try (Client client = new Client()) {
            assertThatThrownBy(() -> client.say("a NOOP")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void anAnswerBreaksOffInTheMiddle() throws IOException {
        mail.atImap("CAPABILITY").next(ConnectionFault.disconnectAfter(5));

        try (Client client = new Client()) {
            assertThatThrownBy(() -> client.say("a CAPABILITY")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void anAnswerComesInTheEndHoweverSlow() throws IOException {
        mail.atImap("NOOP").next(ConnectionFault.delay(Duration.ofMillis(1)));
        mail.atImap("CAPABILITY").next(ConnectionFault.throttle(100_000));
        mail.atImap("ID").next(ConnectionFault.garbage("?!\r\n"));

        try (Client client = new Client()) {
            assertThat(client.say("a NOOP")).startsWith("a OK");
            assertThat(client.say("b CAPABILITY")).startsWith("b OK");
            assertThat(client.ask("c ID NIL")).isEqualTo("?!");
        }
    }

    @Test
    void theTimelineTellsNoPassword() throws IOException {
        mail.atImap("LOGIN").next(ImapFault.no("[AUTHENTICATIONFAILED] No"));

        try (Client client = new Client()) {
            assertThat(client.say("l LOGIN alice@example.org secret")).isEqualTo("l NO [AUTHENTICATIONFAILED] No");
        }

        assertThat(mail.timeline().toString())
                .contains("fault #1 (NO [AUTHENTICATIONFAILED] No) strikes at LOGIN ****")
                .doesNotContain("secret");
    }

    private final class Client implements AutoCloseable {

        private final Socket socket = new Socket(mail.imap().host(), mail.imap().port());
        private final BufferedReader input =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        private final String greeting = line();

        Client() throws IOException {
            socket.setSoTimeout(60_000);
        }

        void logIn() throws IOException {
            say("l LOGIN alice@example.org secret");
        }

        /** Send a line, and return the next line. */
        String ask(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return line();
        }

        /** Send a command, and return the line that has its tag. */
        String say(String command) throws IOException {
            String line = ask(command);
            while (line != null && !line.startsWith(command.substring(0, 2))) {
                line = line();
            }
            return line;
        }

        String line() throws IOException {
            return input.readLine();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
