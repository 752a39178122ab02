package io.github.postfixture.mail.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.store.Account;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pop3Tests {

    private static final String MAIL = "Subject: one\r\n\r\nbody\r\n";

    private final StoreServer server = new StoreServer();

    @AfterEach
    void close() {
        server.close();
    }

    private RawClient alice() throws IOException {
        return RawClient.pop3(server.pop3(), "alice@example.org");
    }

    @Nested
    class Login {

        @Test
        void offersEncryptionUntilThereIs() throws IOException {
            try (RawClient client = new RawClient(server.pop3())) {
                assertThat(client.line()).isEqualTo("+OK Postfixture ready");
                assertThat(client.listing("CAPA")).contains("STLS", "USER", "TOP", "UIDL", "SASL PLAIN");
                assertThat(client.say("STLS")).isEqualTo("+OK Begin TLS negotiation");
                client.startTls();
                assertThat(client.listing("CAPA")).doesNotContain("STLS");
            }
        }

        @Test
        void isPossibleByAuthPlain() throws IOException {
            try (RawClient client = new RawClient(server.pop3())) {
                client.line();
                assertThat(client.say("AUTH PLAIN")).isEqualTo("+ ");
                assertThat(client.say("AGFsaWNlAHNlY3JldA==")).isEqualTo("+OK Logged in");
            }
        }

        @Test
        void isRefusedAndCanBeTriedAgain() throws IOException {
            try (RawClient client = new RawClient(server.pop3())) {
                client.line();
                client.say("USER alice");
                assertThat(client.say("PASS sec ret")).isEqualTo("-ERR [AUTH] Wrong password for alice");
                client.say("USER alice");
                assertThat(client.say("PASS secret")).isEqualTo("+OK Logged in");
                assertThat(server.timeline().toString())
                        .contains("login refused: alice", "login as alice")
                        .doesNotContain("sec ret");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\0", "RETR 1", "x y z", "\u00e4\u00f6"})
        void isAskedForPatiently(String line) throws IOException {
            try (RawClient client = new RawClient(server.pop3())) {
                client.line();
                assertThat(client.say(line)).startsWith("-ERR ");
                assertThat(client.say("QUIT")).isEqualTo("+OK Bye");
            }
        }
    }

    @Nested
    class Transaction {

        @Test
        void countsWhatItSends() throws IOException {
            server.deliver("alice@example.org", MAIL).deliver("alice@example.org", MAIL + "more\r\n");
            try (RawClient client = alice()) {
                assertThat(client.say("STAT")).isEqualTo("+OK 2 " + (2 * MAIL.length() + 6));
                assertThat(client.listing("LIST"))
                        .containsExactly("+OK", "1 " + MAIL.length(), "2 " + (MAIL.length() + 6));
                assertThat(client.say("LIST 2")).isEqualTo("+OK 2 " + (MAIL.length() + 6));
                assertThat(client.say("LIST 3")).isEqualTo("-ERR No such message");
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
                    "\r\nno header\r\n"
                })
        void givesBackTheBytes(String message) throws IOException {
            server.deliver("alice@example.org", message);
            try (RawClient client = alice()) {
                assertThat(client.say("RETR 1")).isEqualTo("+OK " + message.length() + " octets");
                assertThat(client.bytes(message.length())).isEqualTo(message);
                assertThat(client.line()).isEqualTo(".");
            }
        }

        @Test
        void stuffsDots() throws IOException {
            server.deliver("alice@example.org", ".a: b\r\n\r\n.\r\nx\n.\r\n..\r\nno end");
            try (RawClient client = alice()) {
                assertThat(client.listing("RETR 1"))
                        .contains("..a: b", "..", "x", "...", "no end")
                        .doesNotContain(".");
            }
        }

        @Test
        void showsTheTop() throws IOException {
            server.deliver("alice@example.org", "Subject: one\r\n\r\n1\r\n2\r\n3\r\n");
            try (RawClient client = alice()) {
                assertThat(client.listing("TOP 1 2")).containsExactly("+OK", "Subject: one", "", "1", "2");
                assertThat(client.listing("TOP 1 0")).containsExactly("+OK", "Subject: one", "");
                assertThat(client.listing("TOP 1 9")).hasSize(6);
                assertThat(client.say("TOP 1")).isEqualTo("-ERR Syntax: TOP message lines");
            }
        }

        @Test
        void answersResetOnce() throws IOException {
            server.deliver("alice@example.org", MAIL);
            try (RawClient client = alice()) {
                client.say("DELE 1");
                assertThat(client.say("RETR 1")).isEqualTo("-ERR No such message");
                assertThat(client.say("RSET")).isEqualTo("+OK");
                assertThat(client.say("STAT")).isEqualTo("+OK 1 " + MAIL.length());
            }
        }

        @Test
        void seesNothingOfWhatComesMeanwhile() throws IOException {
            server.deliver("alice@example.org", MAIL);
            try (RawClient client = alice()) {
                server.deliver("alice@example.org", MAIL);
                assertThat(client.say("STAT")).isEqualTo("+OK 1 " + MAIL.length());
            }
        }

        @Test
        void hasNamesThatNoOtherMailboxHas() throws IOException {
            server.deliver("alice@example.org", MAIL).deliver("bob@example.org", MAIL);
            int port = server.pop3();
            try (RawClient alice = RawClient.pop3(port, "alice@example.org");
                    RawClient again = RawClient.pop3(port, "alice@example.org");
                    RawClient bob = RawClient.pop3(port, "bob@example.org")) {
                String name = alice.say("UIDL 1");
                assertThat(name).matches("\\+OK 1 [!-~]{1,70}");
                assertThat(again.say("UIDL 1")).isEqualTo(name);
                assertThat(bob.say("UIDL 1")).isNotEqualTo(name);
            }
        }
    }

    @Nested
    class Deletion {

        @Test
        void takesPlaceAtQuit() throws IOException {
            server.deliver("alice@example.org", MAIL).deliver("alice@example.org", MAIL);
            int port = server.pop3();
            try (RawClient client = RawClient.pop3(port, "alice@example.org")) {
                client.say("DELE 1");
                assertThat(client.say("QUIT")).isEqualTo("+OK Bye");
            }
            try (RawClient client = RawClient.pop3(port, "alice@example.org")) {
                assertThat(client.say("STAT")).isEqualTo("+OK 1 " + MAIL.length());
            }
        }

        @Test
        void doesNotTakePlaceWhenTheConnectionIsLost() throws IOException {
            server.deliver("alice@example.org", MAIL);
            int port = server.pop3();
            try (RawClient client = RawClient.pop3(port, "alice@example.org")) {
                client.say("DELE 1");
            }
            try (RawClient client = RawClient.pop3(port, "alice@example.org")) {
                assertThat(client.say("STAT")).isEqualTo("+OK 1 " + MAIL.length());
            }
        }

        @Test
        void removesNothingThatAnImapClientHasMarked() throws IOException {
            server.deliver("alice@example.org", MAIL).deliver("alice@example.org", MAIL);
            Account account = server.account("alice@example.org");
            account.aloneDo(() -> {
                StoredMessage second = account.inbox().messages().get(1);
                account.inbox().mark(second, Flags.of(Flags.DELETED));
            });
            try (RawClient client = alice()) {
                client.say("DELE 1");
                client.say("QUIT");
            }

            assertThat(account.alone(account.inbox()::messages))
                    .extracting(StoredMessage::uid)
                    .containsExactly(2L);
        }
    }
}
