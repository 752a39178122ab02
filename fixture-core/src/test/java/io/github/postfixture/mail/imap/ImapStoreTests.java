package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that change what is in a folder. */
class ImapStoreTests {

    private static final String MAIL = "Subject: one\r\n\r\nfirst\r\n";

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapStoreTests() throws IOException {
        server.deliver(MAIL).deliver(MAIL).deliver(MAIL);
        client = server.login(ImapServer.ALICE);
        client.command("s SELECT INBOX");
        client.command("e NOOP");
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
                "STORE 1 +FLAGS \\Flagged \\Seen      | * 1 FETCH (FLAGS (\\Flagged \\Recent \\Seen))",
                "STORE 1 +FLAGS (\\Flagged \\Seen)    | * 1 FETCH (FLAGS (\\Flagged \\Recent \\Seen))",
                "STORE 1 flags (Work $Forwarded)      | * 1 FETCH (FLAGS ($Forwarded \\Recent Work))",
                "STORE 1 FLAGS ()                     | * 1 FETCH (FLAGS (\\Recent))",
                "STORE 1 +FLAGS (\\recent)            | * 1 FETCH (FLAGS (\\Recent))",
                "UID STORE 2 -FLAGS \\Seen            | * 2 FETCH (FLAGS (\\Recent) UID 2)",
                "STORE 1 +FLAGS.SILENT (\\Seen)       | ''",
            })
    void setFlags(String command, String response) throws IOException {
        List<String> lines = client.command("a " + command);

        assertThat(lines).endsWith("a OK " + (command.startsWith("UID") ? "UID " : "") + "STORE completed");
        assertThat(lines.subList(0, lines.size() - 1))
                .filteredOn(line -> !line.matches("\\* (FLAGS|OK \\[PERMANENTFLAGS) .*"))
                .isEqualTo(response.isEmpty() ? List.of() : List.of(response));
        assertThat(client.command("b NOOP")).containsExactly("b OK NOOP completed");
    }

    @Test
    void expungeInAscendingOrder() throws IOException {
        client.command("a STORE 1,3 +FLAGS.SILENT (\\Deleted)");

        assertThat(client.command("b EXPUNGE")).containsExactly("* 1 EXPUNGE", "* 2 EXPUNGE", "b OK EXPUNGE completed");
        assertThat(client.command("c UID FETCH 1:* UID")).hasSize(2).element(0).isEqualTo("* 1 FETCH (UID 2)");
    }

    @Test
    void expungeByUid() throws IOException {
        client.command("a STORE 1:* +FLAGS.SILENT (\\Deleted)");

        assertThat(client.command("b UID EXPUNGE 2:3,99"))
                .containsExactly("* 2 EXPUNGE", "* 2 EXPUNGE", "b OK UID EXPUNGE completed");
    }

    @Test
    void copyWithFlagsAndDate() throws IOException {
        client.command("a STORE 2 FLAGS.SILENT (\\Seen Work)");
        client.command("b CREATE Archive");
        assertThat(client.say("c COPY 2:3 Archive")).matches("c OK \\[COPYUID \\d+ 2:3 1:2] COPY completed");
        assertThat(client.say("d COPY 1 Nowhere")).isEqualTo("d NO [TRYCREATE] No such mailbox");
        assertThat(client.say("e UID COPY 99 Archive")).isEqualTo("e OK UID COPY completed");
        client.command("f SELECT Archive");

        assertThat(client.command("g FETCH 1 (FLAGS INTERNALDATE)").get(0))
                .isEqualTo("* 1 FETCH (FLAGS (\\Recent \\Seen Work) INTERNALDATE \"" + ImapServer.INTERNALDATE + "\")");
    }

    @Test
    void keepTheIdOfAMessageInItsCopies() throws IOException {
        String id = client.command("a FETCH 1 EMAILID").get(0).replace("* 1 FETCH ", "");
        client.command("b CREATE Archive");
        client.command("c COPY 1 Archive");
        client.command("d SELECT Archive");

        assertThat(client.command("e FETCH 1 EMAILID").get(0)).endsWith(id);
    }

    @Test
    void move() throws IOException {
        client.command("a CREATE Archive");

        assertThat(client.command("b MOVE 1:2 Archive"))
                .satisfies(lines -> assertThat(lines.get(0)).matches("\\* OK \\[COPYUID \\d+ 1:2 1:2] Moved"))
                .endsWith("* 1 EXPUNGE", "* 1 EXPUNGE", "b OK MOVE completed");
        assertThat(client.command("c UID MOVE 3 Archive"))
                .contains("* 1 EXPUNGE")
                .endsWith("c OK UID MOVE completed");
        assertThat(client.command("d STATUS Archive (MESSAGES)")).contains("* STATUS \"Archive\" (MESSAGES 3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24-Nov-2026 12:30:00 +0000  | 24-Nov-2026 12:30:00 +0000",
                "24-Nov-2026 00:30:00 +0000  | 24-Nov-2026 00:30:00 +0000",
                "' 4-Nov-2026 12:59:59 +0100' | 04-Nov-2026 12:59:59 +0100",
                "29-feb-2024 23:00:00 -0130  | 29-Feb-2024 23:00:00 -0130",
            })
    void appendWithFlagsAndDate(String date, String shown) throws IOException {
        String message = "Subject: J\u00fcrgen\r\n\r\n.\r\nnul \0\r\n";
        String begin = "a APPEND INBOX (\\Seen todo) \"" + date + "\" {" + message.length() + "}";
        assertThat(client.say(begin)).isEqualTo("+ Ready for the literal");
        client.send(message + "\r\n");
        assertThat(client.until("a "))
                .contains("* 4 EXISTS")
                .last()
                .asString()
                .matches("a OK \\[APPENDUID \\d+ 4] APPEND completed");

        assertThat(client.command("b FETCH 4 (FLAGS INTERNALDATE RFC822.SIZE)").get(0))
                .isEqualTo("* 4 FETCH (FLAGS (\\Recent \\Seen todo) INTERNALDATE \"" + shown + "\" RFC822.SIZE "
                        + message.length() + ")");
        client.send("d FETCH 4 BODY.PEEK[]\r\n");
        assertThat(client.line()).endsWith("{" + message.length() + "}");
        assertThat(client.bytes(message.length())).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INBOX {1+}RNx                     | 4",
                "INBOX {1-}RNx                     | 4",
                "{5+}RNINBOX {1+}RNx               | 4",
                "INBOX ~{1+}RNx                    | 4",
                "INBOX UTF8 (~{1+}RNx)             | 4",
                "INBOX (\\Seen) {1+}RNx {1+}RNy    | 4:5",
                "INBOX {0+}RN                      | 4",
            })
    void appendInEveryForm(String arguments, String uids) throws IOException {
        client.send("a APPEND " + arguments.replace("RN", "\r\n") + "\r\n");

        assertThat(client.until("a "))
                .last()
                .asString()
                .matches("a OK \\[APPENDUID \\d+ " + uids + "] APPEND completed");
    }

    @Test
    void doNotAppendToWhatIsNotThere() throws IOException {
        assertThat(client.say("a APPEND Sent {1+}\r\nx")).isEqualTo("a NO [TRYCREATE] No such mailbox");
    }
}
