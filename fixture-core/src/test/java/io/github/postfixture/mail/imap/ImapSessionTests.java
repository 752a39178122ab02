package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The session itself, and clients that talk nonsense. */
class ImapSessionTests {

    private static final String MAIL = "Subject: one\r\n\r\nfirst\r\n";

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapSessionTests() throws IOException {
        client = server.login(ImapServer.ALICE);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a NOOP                       |                                  | NOOP completed",
                "a ID (\"name\" \"test\" \"version\" NIL) | * ID (\"name\" \"Postfixture\") | ID completed",
                "a ID NIL                     | * ID (\"name\" \"Postfixture\")  | ID completed",
                "a NAMESPACE                  | * NAMESPACE ((\"\" \".\")) NIL NIL | NAMESPACE completed",
                "a ENABLE CONDSTORE X-UNKNOWN | * ENABLED CONDSTORE              | ENABLE completed",
                "a ENABLE QRESYNC utf8=accept | * ENABLED QRESYNC UTF8=ACCEPT    | ENABLE completed",
                "a ENABLE X-UNKNOWN           | * ENABLED                        | ENABLE completed",
                "a LOGOUT                     | * BYE Goodbye                    | LOGOUT completed",
            })
    void answersCommandsAboutTheSession(String command, String untagged, String result) throws IOException {
        assertThat(client.command(command))
                .containsExactlyElementsOf(
                        untagged == null ? List.of("a OK " + result) : List.of(untagged, "a OK " + result));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a", "a ", "\0\0", "* OK", "+ x y", "GET / HTTP/1.1", "\u00e4 NOOP", "(((", "a  NOOP"})
    void refusesALineThatIsNoCommand(String line) throws IOException {
        assertThat(client.say(line)).contains(" BAD ");
        assertThat(client.say("z NOOP")).isEqualTo("z OK NOOP completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a FETCH",
                "a FETCH 1",
                "a FETCH 1 (",
                "a FETCH 1 FLAGS)",
                "a FETCH 0 FLAGS",
                "a FETCH 2 FLAGS",
                "a FETCH 1:0x FLAGS",
                "a FETCH 99999999999 FLAGS",
                "a FETCH 1 BODY[FOO]",
                "a FETCH 1 BODY[0]",
                "a FETCH 1 BODY[",
                "a FETCH 1 BODY[]<5>",
                "a FETCH 1 BODY[]<0.0>",
                "a FETCH 1 BODY[HEADER.FIELDS",
                "a FETCH 1 FOO",
                "a FETCH 1 FLAGS (VANISHED)",
                "a UID FETCH 1 FLAGS (CHANGEDSINCE 1 VANISHED)",
                "a STORE 1",
                "a STORE 1 FLAGS",
                "a STORE 1 FLAGS.LOUD (\\Seen)",
                "a STORE 1 +FLAGS (\\Foo)",
                "a SEARCH )",
                "a SORT",
                "a UID",
                "a UID NOOP",
                "a COPY 1",
                "a SELECT",
                "a SELECT {3+}\r\na\r\n",
                "a SELECT INBOX (FOO)",
                "a SELECT INBOX (QRESYNC (1 1))",
                "a SELECT &AOQ",
                "a APPEND INBOX",
                "a APPEND INBOX x",
                "a APPEND INBOX (\\Foo) {1+}\r\nx",
                "a APPEND INBOX \"yesterday\" {1+}\r\nx",
                "a STATUS INBOX",
                "a STATUS INBOX (FOO)",
                "a LIST \"\"",
                "a LIST (FOO) \"\" *",
                "a LIST (RECURSIVEMATCH) \"\" *",
                "a LIST \"\" * RETURN (FOO)",
                "a SETQUOTA \"\" (STORAGE)",
                "a CREATE x (FOO)",
                "a ID (",
                "a LOGIN alice secret",
                "a NONSENSE"
            })
    void refusesNonsenseInACommandAndServesTheNext(String command) throws IOException {
        server.deliver(MAIL);
        client.command("s SELECT INBOX");

        assertThat(client.say(command)).matches("a BAD .*");
        assertThat(client.say("z NOOP")).isEqualTo("z OK NOOP completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FETCH 1 FLAGS",
                "STORE 1 +FLAGS (\\Seen)",
                "SEARCH ALL",
                "EXPUNGE",
                "UID EXPUNGE 1",
                "CLOSE",
                "CHECK",
                "UNSELECT",
                "COPY 1 x",
                "MOVE 1 x"
            })
    void refusesWhatNeedsASelectedMailbox(String command) throws IOException {
        assertThat(client.say("a " + command)).matches("a BAD .* needs a selected mailbox");
    }

    @Test
    void reportsWhatIsRefused() throws IOException {
        client.say("\0");
        client.say("a NONSENSE");
        client.command("a LOGOUT");

        assertThat(server.events())
                .containsExactly(
                        "login as alice@example.org", "a line that is no command", "NONSENSE refused: Unknown command");
    }

    @Test
    void doesNotLetABadLiteralSwallowTheNextCommand() throws IOException {
        assertThat(client.say("a SELECT {5000000000}")).isEqualTo("a BAD [TOOBIG] Literal too large");
        assertThat(client.say("b NOOP")).isEqualTo("b OK NOOP completed");
        client.send("c SELECT {2000000+}\r\n" + "x".repeat(2_000_000) + "\r\nd NOOP\r\n");
        assertThat(client.line()).isEqualTo("c BAD [TOOBIG] Literal too large");
        assertThat(client.line()).isEqualTo("d OK NOOP completed");
    }

    @Test
    void givesUpALiteralWithoutEnd() throws IOException {
        client.send("c SELECT {5000000000+}\r\n");

        assertThat(client.line()).isEqualTo("* BYE Literal too large");
        assertThat(client.line()).isEqualTo("(end)");
    }

    @Test
    void givesUpALineWithoutEnd() throws IOException {
        client.send("x".repeat(ImapInput.LONGEST_LINE + 1));

        assertThat(client.line()).isEqualTo("* BYE Line too long");
        assertThat(client.line()).isEqualTo("(end)");
    }

    @Test
    void saysGoodbyeToAClientThatIsSilent() throws IOException {
        try (ImapServer impatient = new ImapServer(new ImapRules(true, false, Duration.ofMillis(1)));
                ImapClient silent = new ImapClient(impatient.port())) {
            silent.line();

            assertThat(silent.line()).isEqualTo("* BYE Idle for too long");
            assertThat(silent.line()).isEqualTo("(end)");
        }
    }

    @Test
    void answersCommandsThatAreSentTogether() throws IOException {
        client.send("a NOOP\r\nb SELECT INBOX\r\nc LOGOUT\r\n");

        assertThat(client.until("c ")).contains("a OK NOOP completed", "b OK [READ-WRITE] SELECT completed");
        assertThat(client.line()).isEqualTo("(end)");
    }

    @Test
    void overlooksSpacesAtTheEnd() throws IOException {
        assertThat(client.say("a NOOP  ")).isEqualTo("a OK NOOP completed");
    }
}
