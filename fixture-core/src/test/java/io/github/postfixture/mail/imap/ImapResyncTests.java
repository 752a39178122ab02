package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Change numbers, and how a client catches up by them (RFC 7162). */
class ImapResyncTests {

    private static final String MAIL = "Subject: one\r\n\r\nfirst\r\n";

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapResyncTests() throws IOException {
        server.deliver(MAIL).deliver(MAIL).deliver(MAIL).deliver(MAIL);
        client = server.login(ImapServer.ALICE);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT INBOX (CONDSTORE)",
                "FETCH 1 MODSEQ",
                "FETCH 1 UID (CHANGEDSINCE 1)",
                "STATUS INBOX (HIGHESTMODSEQ)",
                "STORE 1 (UNCHANGEDSINCE 99) +FLAGS ()",
                "ENABLE CONDSTORE"
            })
    void areToldToThoseWhoAsk(String command) throws IOException {
        client.command("a SELECT INBOX");
        assertThat(client.command("b STORE 2 +FLAGS (\\Seen)").get(0)).doesNotContain("MODSEQ");
        client.command("c " + command);

        assertThat(client.command("d STORE 2 +FLAGS.SILENT (\\Flagged)"))
                .contains("* 2 FETCH (MODSEQ (7))")
                .endsWith("d OK STORE completed");
        assertThat(client.command("e FETCH 3 (UID BODY[TEXT])"))
                .first()
                .asString()
                .matches("\\* 3 FETCH \\(FLAGS \\((\\\\Recent )?\\\\Seen\\) MODSEQ \\(8\\) UID 3 BODY\\[TEXT] \\{7}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FETCH 1 MODSEQ",
                "UID FETCH 1 (FLAGS MODSEQ)",
                "FETCH 1 UID (CHANGEDSINCE 1)",
                "STATUS INBOX (HIGHESTMODSEQ)",
                "LIST \"\" INBOX RETURN (STATUS (HIGHESTMODSEQ))",
                "STORE 1 (UNCHANGEDSINCE 99) +FLAGS ()",
                "SEARCH MODSEQ 1",
                "SORT (SUBJECT) UTF-8 MODSEQ 1",
                "THREAD REFERENCES UTF-8 MODSEQ 1",
                "ENABLE CONDSTORE",
                "ENABLE QRESYNC"
            })
    void areBegunWithTheHighest(String command) throws IOException {
        client.command("a SELECT INBOX");

        assertThat(client.command("b " + command)).containsOnlyOnce("* OK [HIGHESTMODSEQ 5] Highest");
        assertThat(client.command("c FETCH 1 MODSEQ"))
                .containsExactly("* 1 FETCH (MODSEQ (2))", "c OK FETCH completed");
    }

    @Test
    void growWithEveryChange() throws IOException {
        client.command("a SELECT INBOX");
        client.command("b STORE 3 +FLAGS (\\Seen)");

        assertThat(client.command("c FETCH 1:* (UID) (CHANGEDSINCE 4)"))
                .containsExactly(
                        "* OK [HIGHESTMODSEQ 6] Highest",
                        "* 3 FETCH (UID 3 MODSEQ (6))",
                        "* 4 FETCH (UID 4 MODSEQ (5))",
                        "c OK FETCH completed");
        assertThat(client.command("d STATUS INBOX (HIGHESTMODSEQ)")).contains("* STATUS \"INBOX\" (HIGHESTMODSEQ 6)");
    }

    @Test
    void preventAStoreOverAnothersChange() throws IOException {
        client.command("a SELECT INBOX");
        try (ImapClient other = server.alice()) {
            other.command("b STORE 2 +FLAGS (\\Answered)");
        }

        assertThat(client.command("c STORE 1:2 (UNCHANGEDSINCE 5) +FLAGS (\\Flagged)"))
                .contains("* 1 FETCH (FLAGS (\\Flagged \\Recent) MODSEQ (7))")
                .endsWith("c OK [MODIFIED 2] Not all could be stored")
                .contains("* 2 FETCH (FLAGS (\\Answered \\Recent) MODSEQ (6))");
        assertThat(client.command("d UID STORE 2 (UNCHANGEDSINCE 5) +FLAGS (\\Flagged)"))
                .containsExactly("d OK [MODIFIED 2] Not all could be stored");
    }

    @Test
    void bringAClientUpToDateWhenItComesBack() throws IOException {
        long uidValidity = uidValidity(client.command("a SELECT INBOX"));
        client.command("b STORE 1:2 +FLAGS.SILENT (\\Deleted)");
        client.command("c EXPUNGE");
        client.command("d STORE 2 +FLAGS.SILENT (\\Seen)");
        client.command("e UNSELECT");
        client.command("f ENABLE QRESYNC");

        assertThat(client.command("g SELECT INBOX (QRESYNC (" + uidValidity + " 5))"))
                .contains("* VANISHED (EARLIER) 1:2", "* 2 FETCH (UID 4 FLAGS (\\Seen) MODSEQ (10))")
                .noneMatch(line -> line.startsWith("* 1 FETCH"));
        assertThat(client.command("h SELECT INBOX (QRESYNC (" + uidValidity + " 5 2:3 (1 1)))"))
                .contains("* VANISHED (EARLIER) 2")
                .noneMatch(line -> line.contains("FETCH"));
        assertThat(client.command("i SELECT INBOX (QRESYNC (" + (uidValidity - 1) + " 5))"))
                .noneMatch(line -> line.contains("VANISHED") || line.contains("FETCH"));
        assertThat(client.command("j UID FETCH 1:* (FLAGS) (CHANGEDSINCE 5 VANISHED)"))
                .containsExactly(
                        "* VANISHED (EARLIER) 1:2",
                        "* 2 FETCH (UID 4 FLAGS (\\Seen) MODSEQ (10))",
                        "j OK UID FETCH completed");
    }

    @Test
    void nameRemovedMessagesByUid() throws IOException {
        client.command("a ENABLE QRESYNC");
        client.command("b SELECT INBOX");
        try (ImapClient other = server.alice()) {
            other.command("c STORE 1:3 +FLAGS.SILENT (\\Deleted)");
            other.command("d UID EXPUNGE 1,3");
        }
        assertThat(client.command("e NOOP"))
                .containsExactly(
                        "* VANISHED 1,3",
                        "* 1 FETCH (UID 2 FLAGS (\\Deleted \\Recent) MODSEQ (7))",
                        "e OK NOOP completed");

        assertThat(client.command("f EXPUNGE"))
                .containsExactly("* VANISHED 2", "f OK [HIGHESTMODSEQ 11] EXPUNGE completed");
    }

    private static long uidValidity(List<String> select) {
        String line = select.stream()
                .filter(each -> each.contains("UIDVALIDITY"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D+", " ").strip().split(" ", -1)[0]);
    }
}
