package io.github.postfixture.mail.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapTests {

    private static final String MAIL = "Subject: one\r\n\r\nbody\r\n";

    private final StoreServer server = new StoreServer();

    @AfterEach
    void close() {
        server.close();
    }

    private RawClient alice() throws IOException {
        return RawClient.imap(server.imap(), "alice@example.org");
    }

    private List<String> events() {
        return server.timeline().events().stream()
                .map(event -> event.detail().toString())
                .toList();
    }

    @Nested
    class Greeting {

        @Test
        void tellsWhatTheServerCan() throws IOException {
            try (RawClient client = new RawClient(server.imap())) {
                assertThat(client.line())
                        .isEqualTo("* OK [CAPABILITY IMAP4rev1 LITERAL+ UIDPLUS SORT IDLE MOVE QUOTA SASL-IR AUTH=PLAIN"
                                + " AUTH=LOGIN ID NAMESPACE UNSELECT ENABLE STARTTLS] Postfixture ready");
            }
        }

        @Test
        void offersNoEncryptionOnAnEncryptedConnection() throws IOException {
            try (RawClient client = new RawClient(server.imap())) {
                client.line();
                assertThat(client.say("a STARTTLS")).isEqualTo("a OK Begin TLS negotiation now");
                client.startTls();

                assertThat(client.command("b CAPABILITY")).first().asString().doesNotContain("STARTTLS");
                assertThat(client.say("c STARTTLS")).isEqualTo("c BAD TLS is active already");
            }
        }

        @Test
        void forgetsPlainTextThatCameAfterStartTls() throws IOException {
            try (RawClient client = new RawClient(server.imap())) {
                client.line();
                client.send("a STARTTLS\r\nb NOOP\r\n");
                client.line();
                client.startTls();

                assertThat(client.say("c NOOP")).isEqualTo("c OK NOOP completed.");
            }
        }
    }

    @Nested
    class Login {

        private final RawClient client;

        Login() throws IOException {
            client = new RawClient(server.imap());
            client.line();
        }

        @AfterEach
        void disconnect() throws IOException {
            client.close();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a LOGIN alice@example.org secret",
                    "a LOGIN \"alice@example.org\" \"secret\"",
                    "a LOGIN {17+}\r\nalice@example.org {6+}\r\nsecret",
                    "a login Alice@Example.ORG secret",
                    "a AUTHENTICATE PLAIN AGFsaWNlQGV4YW1wbGUub3JnAHNlY3JldA=="
                })
        void opensTheMailbox(String command) throws IOException {
            server.deliver("alice@example.org", MAIL);

            assertThat(client.say(command)).startsWith("a OK [CAPABILITY ");
            assertThat(events()).singleElement().asString().isEqualToIgnoringCase("login as alice@example.org");
        }

        @Test
        void asksForALiteral() throws IOException {
            assertThat(client.say("a LOGIN {17}")).isEqualTo("+ Ready for the literal");
            assertThat(client.say("alice@example.org {6}")).isEqualTo("+ Ready for the literal");
            assertThat(client.say("secret")).startsWith("a OK ");
        }

        @Test
        void asksForThePlainCredentials() throws IOException {
            assertThat(client.say("a AUTHENTICATE PLAIN")).isEqualTo("+ ");
            assertThat(client.say("AGFsaWNlQGV4YW1wbGUub3JnAHNlY3JldA==")).startsWith("a OK ");
        }

        @Test
        void asksForNameAndPassword() throws IOException {
            assertThat(client.say("a AUTHENTICATE LOGIN")).isEqualTo("+ VXNlcm5hbWU6");
            assertThat(client.say("YWxpY2U=")).isEqualTo("+ UGFzc3dvcmQ6");
            assertThat(client.say("c2VjcmV0")).startsWith("a OK ");
        }

        @Test
        void canBeCancelledAtEachQuestion() throws IOException {
            client.say("a AUTHENTICATE LOGIN");
            assertThat(client.say("*")).isEqualTo("a BAD Authentication cancelled or malformed");
            client.say("b AUTHENTICATE LOGIN");
            client.say("YWxpY2U=");
            assertThat(client.say("*")).isEqualTo("b BAD Authentication cancelled or malformed");
            assertThat(client.say("c NOOP")).isEqualTo("c OK NOOP completed.");
        }

        @Test
        void isRefusedWithoutAWordOfThePassword() throws IOException {
            assertThat(client.say("a LOGIN alice@example.org wrong"))
                    .isEqualTo("a NO [AUTHENTICATIONFAILED] Wrong password for alice@example.org");
            assertThat(events()).containsExactly("login refused: alice@example.org");
        }

        @Test
        void doesNotLetALoginForgeAReply() throws IOException {
            // alice CR LF a OK
            assertThat(client.say("a AUTHENTICATE PLAIN AGFsaWNlDQphIE9LAHdyb25n"))
                    .isEqualTo("a NO [AUTHENTICATIONFAILED] Wrong password for alice??a OK");
        }

        @Test
        void knowsNoOtherMechanism() throws IOException {
            assertThat(client.say("a AUTHENTICATE CRAM-MD5"))
                    .isEqualTo("a NO [CANNOT] Mechanism must be PLAIN or LOGIN");
        }

        @Test
        void isNeededForMostCommands() throws IOException {
            assertThat(client.say("a NAMESPACE")).isEqualTo("a BAD NAMESPACE needs a login");
            assertThat(client.say("b SELECT INBOX")).startsWith("b NO SELECT failed");
            assertThat(client.say("c IDLE")).isEqualTo("c BAD IDLE needs a selected mailbox");
        }
    }

    @Nested
    class Commands {

        @Test
        void includesThoseThatGreenMailLacks() throws IOException {
            try (RawClient client = alice()) {
                assertThat(client.command("a ID (\"name\" \"test\")"))
                        .containsExactly("* ID (\"name\" \"Postfixture\")", "a OK ID completed");
                assertThat(client.command("b NAMESPACE"))
                        .containsExactly("* NAMESPACE ((\"\" \".\")) NIL NIL", "b OK NAMESPACE completed");
                assertThat(client.command("c ENABLE CONDSTORE")).containsExactly("* ENABLED", "c OK ENABLE completed");
                client.command("d SELECT INBOX");
                assertThat(client.say("e UNSELECT")).isEqualTo("e OK UNSELECT completed");
                assertThat(client.say("f UNSELECT")).isEqualTo("f BAD UNSELECT needs a selected mailbox");
            }
        }

        @Test
        void storesFlagsWithoutParentheses() throws IOException {
            server.deliver("alice@example.org", MAIL);
            try (RawClient client = alice()) {
                client.command("a SELECT INBOX");
                assertThat(client.command("b STORE 1 +FLAGS \\Flagged \\Seen"))
                        .containsExactly("* 1 FETCH (FLAGS (\\Flagged \\Seen))", "b OK STORE completed.");
                assertThat(client.command("c UID STORE 1 -FLAGS \\Seen"))
                        .containsExactly("* 1 FETCH (FLAGS (\\Flagged) UID 1)", "c OK STORE completed.");
            }
        }

        @Test
        void listsByWildcardsAnywhere() throws IOException {
            try (RawClient client = alice()) {
                client.command("a CREATE Archive.2025.May");
                client.command("b CREATE Archive.2026.May");

                assertThat(client.command("c LIST \"\" Archive.*.May"))
                        .containsExactly(
                                "* LIST () \".\" \"Archive.2025.May\"",
                                "* LIST () \".\" \"Archive.2026.May\"",
                                "c OK LIST completed.");
                assertThat(client.command("d LIST \"\" %"))
                        .containsExactlyInAnyOrder(
                                "* LIST () \".\" \"INBOX\"",
                                "* LIST (\\Noselect) \".\" \"Archive\"",
                                "d OK LIST completed.");
            }
        }

        @Test
        void showsNobodyTheFoldersOfAnother() throws IOException {
            int port = server.imap();
            try (RawClient bob = RawClient.imap(port, "bob@example.org");
                    RawClient client = RawClient.imap(port, "alice@example.org")) {
                assertThat(client.command("a LIST \"\" #mail.*")).containsExactly("a OK LIST completed.");
                assertThat(bob.command("a LIST \"\" *"))
                        .containsExactly("* LIST () \".\" \"INBOX\"", "a OK LIST completed.");
            }
        }

        @Test
        void keepsAddressesOfTheSameHashApart() throws IOException {
            assertThat("Aa@example.org".hashCode()).isEqualTo("BB@example.org".hashCode());
            server.deliver("aa@example.org", MAIL);
            int port = server.imap();
            try (RawClient aa = RawClient.imap(port, "Aa@example.org");
                    RawClient bb = RawClient.imap(port, "BB@example.org")) {
                assertThat(bb.command("a SELECT INBOX")).contains("* 0 EXISTS");
                assertThat(aa.command("a SELECT INBOX")).endsWith("a OK [READ-WRITE] SELECT completed.");
            }
        }
    }

    @Nested
    class Append {

        @Test
        void keepsBytesFlagsAndDate() throws IOException {
            String message = "Subject: J\u00fcrgen\r\n\r\n.\r\nnul \0\r\n";
            try (RawClient client = alice()) {
                String begin = "a APPEND INBOX (\\Seen todo) \"24-Nov-2026 12:30:00 +0000\" {" + message.length() + "}";
                assertThat(client.say(begin)).isEqualTo("+ Ready for the literal");
                assertThat(client.say(message)).startsWith("a OK [APPENDUID ").endsWith(" 1] APPEND completed");
                client.command("b SELECT INBOX");

                List<String> fetched = client.command("c FETCH 1 (FLAGS INTERNALDATE RFC822.SIZE)");
                assertThat(fetched)
                        .first()
                        .asString()
                        .contains("\\Seen", "todo", "RFC822.SIZE " + message.length())
                        .containsPattern("INTERNALDATE \"24-Nov-2026 (12:30:00 \\+0000|.*)\"");
                client.send("d FETCH 1 BODY.PEEK[]\r\n");
                assertThat(client.line()).endsWith("{" + message.length() + "}");
                assertThat(client.bytes(message.length())).isEqualTo(message);
            }
        }

        @Test
        void refusesAMissingMailbox() throws IOException {
            try (RawClient client = alice()) {
                assertThat(client.say("a APPEND Sent {0+}\r\n")).isEqualTo("a NO [TRYCREATE] No such mailbox");
            }
        }

        @Test
        void acceptsANameInALiteral() throws IOException {
            try (RawClient client = alice()) {
                client.command("a CREATE \"Sent Items\"");
                assertThat(client.say("b APPEND {10+}\r\nSent Items {7+}\r\na: b\r\n\r\n"))
                        .startsWith("b OK [APPENDUID ");
            }
        }
    }

    @Nested
    class Idle {

        @Test
        void hearsOfADeliveryAtOnce() throws IOException {
            try (RawClient client = alice()) {
                client.command("a SELECT INBOX");
                assertThat(client.say("b IDLE")).isEqualTo("+ idling");
                server.deliver("alice@example.org", MAIL);

                assertThat(client.line()).isEqualTo("* 1 EXISTS");
                assertThat(client.line()).isEqualTo("* 1 RECENT");
                assertThat(client.say("DONE")).isEqualTo("b OK IDLE completed");
            }
        }

        @Test
        void hearsOfFlagsAndRemovalsByOthers() throws IOException {
            server.deliver("alice@example.org", MAIL);
            int port = server.imap();
            try (RawClient idle = RawClient.imap(port, "alice@example.org");
                    RawClient other = RawClient.imap(port, "alice@example.org")) {
                idle.command("a SELECT INBOX");
                idle.say("b IDLE");
                other.command("a SELECT INBOX");
                other.command("b STORE 1 +FLAGS.SILENT (\\Deleted)");
                assertThat(idle.line()).isEqualTo("* 1 FETCH (FLAGS (\\Deleted))");
                other.command("c EXPUNGE");
                assertThat(idle.line()).isEqualTo("* 1 EXPUNGE");
            }
        }

        @Test
        void hearsOfTheLastOfManyDeliveries() throws IOException {
            try (RawClient client = alice()) {
                client.command("a SELECT INBOX");
                client.say("b IDLE");
                for (int i = 0; i < 500; i++) {
                    server.deliver("alice@example.org", MAIL);
                }
                client.send("DONE\r\n");

                assertThat(client.until("b OK")).contains("* 500 EXISTS");
            }
        }

        @Test
        void endsByDoneOnly() throws IOException {
            try (RawClient client = alice()) {
                client.command("a SELECT INBOX");
                client.say("b IDLE");
                assertThat(client.say("c NOOP")).isEqualTo("b BAD Expected DONE");
            }
        }
    }

    @Nested
    class Nonsense {

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a", "\0\0", "* OK", "+ x y", "GET / HTTP/1.1", "\u00e4 NOOP"})
        void isNoCommand(String line) throws IOException {
            try (RawClient client = alice()) {
                assertThat(client.say(line)).containsAnyOf("BAD");
                assertThat(client.say("z NOOP")).isEqualTo("z OK NOOP completed.");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a FETCH",
                    "a FETCH 1 (",
                    "a FETCH 1:0x FLAGS",
                    "a FETCH 1 BODY[HEADER.FIELDS",
                    "a STORE 1",
                    "a SEARCH )",
                    "a SORT",
                    "a UID",
                    "a COPY 1",
                    "a SELECT {3+}\r\na\r\n",
                    "a APPEND INBOX",
                    "a NONSENSE"
                })
        void inACommandIsRefusedAndTheNextIsServed(String command) throws IOException {
            server.deliver("alice@example.org", MAIL);
            try (RawClient client = alice()) {
                client.command("s SELECT INBOX");
                assertThat(client.say(command)).matches("a (BAD|NO) .*");
                assertThat(client.say("z NOOP")).isEqualTo("z OK NOOP completed.");
            }
        }

        @Test
        void isReported() throws IOException {
            try (RawClient client = alice()) {
                client.say("\0");
                client.say("a NONSENSE");
                client.say("a LOGOUT");

                assertThat(events())
                        .containsExactly(
                                "login as alice@example.org",
                                "a line that is no command",
                                "NONSENSE refused: Invalid command.");
            }
        }

        @Test
        void inALiteralsSizeDoesNotSwallowTheNextCommand() throws IOException {
            try (RawClient client = alice()) {
                assertThat(client.say("a SELECT {5000000000}")).isEqualTo("a BAD Literal too large");
                assertThat(client.say("b NOOP")).isEqualTo("b OK NOOP completed.");
            }
        }

        @Test
        void withoutEndClosesTheConnection() throws IOException {
            try (RawClient client = alice()) {
                client.send("x".repeat(Turns.LONGEST_LINE + 1));

                assertThat(client.line()).isEqualTo("* BYE Line too long");
                assertThat(client.line()).isEqualTo("(end)");
            }
        }

        @Test
        void ofABrokenStructureDoesNotKeepOtherMailAway() throws IOException {
            server.deliver("alice@example.org", "Content-Type: text; charset=a/b\r\n\r\n");
            server.deliver("alice@example.org", "Content-Disposition: a\r\nContent-Disposition: b\r\n\r\n");
            server.deliver("alice@example.org", MAIL);
            try (RawClient client = alice()) {
                assertThat(client.command("a SELECT INBOX")).contains("* 3 EXISTS");
                assertThat(client.command("b FETCH 1:3 (BODYSTRUCTURE ENVELOPE)"))
                        .hasSize(4)
                        .last()
                        .isEqualTo("b OK FETCH completed.");
            }
        }
    }

    @Test
    void neverLosesARemovalToADelivery() throws Exception {
        try (RawClient client = alice()) {
            client.command("a SELECT INBOX");
            Thread sender = new Thread(() -> {
                for (int i = 0; i < 300; i++) {
                    server.deliver("alice@example.org", MAIL);
                }
            });
            sender.start();
            for (int i = 0; i < 300; i++) {
                assertThat(client.command("b STORE 1:* +FLAGS.SILENT (\\Deleted)"))
                        .last()
                        .isEqualTo("b OK STORE completed.");
                assertThat(client.command("c EXPUNGE")).last().isEqualTo("c OK EXPUNGE completed.");
            }
            sender.join();
        }
    }

    @Test
    void saysGoodbyeToAClientThatIsSilent() throws IOException {
        try (StoreServer impatient = new StoreServer(Duration.ofMillis(1));
                RawClient client = new RawClient(impatient.imap())) {
            client.line();

            assertThat(client.line()).isEqualTo("* BYE Idle for too long");
            assertThat(client.line()).isEqualTo("(end)");
        }
    }

    @Test
    void saysGoodbyeToAClientWhoseFolderIsGone() throws IOException {
        int port = server.imap();
        try (RawClient idle = RawClient.imap(port, "alice@example.org");
                RawClient other = RawClient.imap(port, "alice@example.org")) {
            other.command("a CREATE Old");
            idle.command("a SELECT Old");
            idle.say("b IDLE");
            other.command("b DELETE Old");

            assertThat(idle.line()).isEqualTo("* BYE Mailbox Old has been deleted");
            assertThat(idle.line()).isEqualTo("(end)");
        }
    }

    @Test
    void answersCommandsThatAreSentTogether() throws IOException {
        try (RawClient client = alice()) {
            client.send("a NOOP\r\nb SELECT INBOX\r\nc LOGOUT\r\n");

            assertThat(client.until("c ")).contains("a OK NOOP completed.", "b OK [READ-WRITE] SELECT completed.");
            assertThat(client.line()).isEqualTo("(end)");
        }
    }
}
