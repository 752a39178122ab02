package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.account.Account;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.timeline.Event;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LoginNameTests {

    private final MailServer mail = MailServer.builder()
            .account(Account.of("green@mail.com", "secret")
                    .withLogin("g.green")
                    .withToken("t0k3n")
                    .withExpiredToken("old")
                    .withQuota(2048))
            .timeout(Duration.ofMillis(20))
            .start();

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @CsvSource({
        "imap, g.green",
        "imap, green@mail.com",
        "imap, G.Green",
        "pop3, g.green",
        "pop3, green@mail.com",
    })
    void opensTheMailboxOfTheAddress(String protocol, String name) throws MessagingException {
        Sender.send(mail, "Subject: Welcome\n\nHello", "green@mail.com");

        assertThat(inboxSize(protocol, name, "secret")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void needsThePasswordOfItsAccount(String protocol) {
        assertThatThrownBy(() -> inboxSize(protocol, "g.green", "wrong"))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN ", "XOAUTH2 "})
    void authenticatesSenders(String mechanism) throws IOException {
        String token = mechanism.startsWith("X") ? "user=g.green\1auth=Bearer t0k3n\1\1" : "\0g.green\0secret";

        assertThat(authenticate(mechanism, token)).startsWith("235 ");
        assertThat(mail.awaitMail().envelope().identity()).contains("g.green");
    }

    @Test
    void mayActForItsAddress() throws IOException {
        assertThat(authenticate("PLAIN ", "green@mail.com\0g.green\0secret")).startsWith("235 ");
        assertThat(authenticate("PLAIN ", "blue@mail.com\0g.green\0secret"))
                .isEqualTo("535 5.7.8 g.green may not act for blue@mail.com");
        assertThat(authenticate("XOAUTH2 ", "user=g.green\1auth=Bearer old\1\1"))
                .startsWith("334 ");
    }

    @Test
    void isANameOfTheMailboxToo() {
        assertThat(mail.mailbox("g.green")).isSameAs(mail.mailbox("green@mail.com"));
        assertThat(mail.accounts()).containsExactly("green@mail.com");
        assertThat(mail.mailboxes()).hasSize(1);
    }

    @Test
    void isAnAddressOfMailToThisServer() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("MAIL FROM:<g.green>")).startsWith("250 ");
            assertThat(client.say("RCPT TO:<g.green>")).startsWith("250 ");
            assertThat(client.say("RCPT TO:<nobody>")).isEqualTo("553 5.1.3 <nobody> is not an address");
            client.say("QUIT");
        }
    }

    @Test
    void ofAnAccountWithoutADomainGetsItsMail() throws IOException {
        try (MailServer local = MailServer.builder().account("user", "pw").start();
                SmtpClientSocket client = SmtpClientSocket.greeting(local.smtp())) {
            client.deliver("Subject: Welcome\r\n\r\nHello", "shop@example.org", "user");
            client.say("QUIT");

            assertThat(local.mailbox("user"))
                    .receivesMail()
                    .hasSubject("Welcome")
                    .hasRecipients("user");
        }
    }

    @Test
    void hasTheQuotaOfItsAccount() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.deliver("Subject: x\r\n\r\n" + "x".repeat(4096), "shop@example.org", "g.green"))
                    .startsWith("552 ");
        }
    }

    @Test
    void thatIsNearlyAnAccountIsToldOnTheTimelineAndByFailures() throws MessagingException, IOException {
        Sender.send(mail, "Subject: Welcome\n\nHello", "green@mail.com");
        mail.mailbox("green@mail.com").awaitMail();

        assertThat(inboxSize("imap", "green", "secret")).isZero();
        assertThat(inboxSize("pop3", "green@mail.co", "secret")).isZero();
        assertThat(inboxSize("imap", "blue@mail.com", "secret")).isZero();
        assertThat(authenticate("PLAIN ", "\0green\0secret")).startsWith("235 ");

        assertThat(mail.timeline().events())
                .extracting(Event::inWords)
                .filteredOn(words -> words.startsWith("login as"))
                .containsExactlyInAnyOrder(
                        "login as green, which is no account; green@mail.com is one",
                        "login as green@mail.co by PLAIN, which is no account; green@mail.com is one",
                        "login as blue@mail.com",
                        "login as green, which is no account; green@mail.com is one");
        assertThatThrownBy(() -> mail.mailbox("green@mail.com").awaitMail()).hasMessageEndingWith("""

                        Perhaps a login name was mistyped:
                          green logged in, which is no account; green@mail.com is one
                          green@mail.co logged in, which is no account; green@mail.com is one""");
        assertThatThrownBy(() -> assertThat(mail.mailbox("green@mail.com").readers())
                        .haveSeen(mail.receivedMails().get(0)))
                .hasMessageContaining(" but nobody logged in.\n"
                        + "green logged in, which is no account; green@mail.com is one\n"
                        + "green@mail.co logged in, which is no account; green@mail.com is one");
    }

    private int inboxSize(String protocol, String name, String password) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.pop3.auth.mechanisms", "PLAIN");
        try (Store store = Session.getInstance(settings).getStore(protocol)) {
            store.connect("127.0.0.1", (protocol.equals("imap") ? mail.imap() : mail.pop3()).port(), name, password);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return inbox.getMessageCount();
            }
        }
    }

    /** Return the reply to AUTH; if it is a good one, a mail is sent too. */
    private String authenticate(String mechanism, String credentials) throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            String reply = client.say("AUTH " + mechanism
                    + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
            if (reply.startsWith("235 ")) {
                client.deliver("Subject: x", "green@mail.com", "bob@example.org");
            }
            return reply;
        }
    }
}
