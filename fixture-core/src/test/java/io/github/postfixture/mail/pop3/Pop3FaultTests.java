package io.github.postfixture.mail.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.Pop3Fault;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Pop3FaultTests {

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void aCommandIsRefusedAndHasNoEffect() throws IOException {
        mail.atPop3("USER").next(Pop3Fault.refuse("[SYS/TEMP] Try again"));

        try (Pop3Client client = new Pop3Client(mail.pop3())) {
            assertThat(client.say("user alice")).isEqualTo("-ERR [SYS/TEMP] Try again");
            assertThat(client.say("PASS x")).isEqualTo("-ERR Send USER first");
            assertThat(client.say("USER alice")).startsWith("+OK");
        }
    }

    @Test
    void theGreetingIsRefusedAndTheConnectionEnds() throws IOException {
        mail.atPop3("CONNECT").next(Pop3Fault.refuse("[SYS/PERM] Not today"));

        try (Pop3Client client = new Pop3Client(mail.pop3())) {
            assertThat(client.greeting()).isEqualTo("-ERR [SYS/PERM] Not today");
            assertThat(client.line()).isEqualTo("(end)");
        }
    }

    @Test
    void aUserIsMeantOnceLoggedIn() throws IOException {
        mail.atPop3("*").ofUser("alice@example.org").always(Pop3Fault.refuse("Busy"));

        try (Pop3Client alice = Pop3Client.loggedIn(mail.pop3(), "alice@example.org");
                Pop3Client bob = Pop3Client.loggedIn(mail.pop3(), "bob@example.org")) {
            assertThat(alice.say("STAT")).isEqualTo("-ERR Busy");
            assertThat(bob.say("STAT")).isEqualTo("+OK 0 0");
        }
    }

    @Test
    void theConnectionEndsInsteadOfAnAnswer() throws IOException {
        mail.atPop3("CAPA").next(ConnectionFault.disconnect());

        try (Pop3Client client = new Pop3Client(mail.pop3())) {
            assertThat(client.say("CAPA")).isEqualTo("(end)");
        }
    }

    @Test
    void theConnectionIsReset() throws IOException {
        mail.atPop3("NOOP").next(ConnectionFault.reset());

        try (Pop3Client client = Pop3Client.loggedIn(mail.pop3(), "alice@example.org")) {
            assertThatThrownBy(() -> client.say("NOOP")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void anAnswerComesInTheEndHoweverSlow() throws IOException {
        mail.atPop3("NOOP").next(ConnectionFault.delay(Duration.ofMillis(1)));
        mail.atPop3("STAT").next(ConnectionFault.throttle(100_000));

        try (Pop3Client client = Pop3Client.loggedIn(mail.pop3(), "alice@example.org")) {
            assertThat(client.say("NOOP")).startsWith("+OK");
            assertThat(client.say("STAT")).isEqualTo("+OK 0 0");
        }
    }

    @Test
    void garbageComesBeforeTheAnswer() throws IOException {
        mail.atPop3("NOOP").next(ConnectionFault.garbage("?!\r\n"));

        try (Pop3Client client = Pop3Client.loggedIn(mail.pop3(), "alice@example.org")) {
            assertThat(client.say("NOOP")).isEqualTo("?!");
            assertThat(client.line()).startsWith("+OK");
        }
    }

    @Test
    void theTimelineTellsNoPassword() throws IOException {
        mail.atPop3("PASS").next(Pop3Fault.refuse("[AUTH] No"));

        try (Pop3Client client = Pop3Client.loggedIn(mail.pop3(), "alice@example.org")) {
            client.say("QUIT");
        }

        assertThat(mail.timeline().toString())
                .contains("fault #1 (-ERR [AUTH] No) strikes at PASS ****")
                .doesNotContain("secret");
    }
}
