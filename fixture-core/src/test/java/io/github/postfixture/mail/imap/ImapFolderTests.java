package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapFolderTests {

    private static final String MAIL = "Subject: one\r\n\r\nfirst\r\n";

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapFolderTests() throws IOException {
        client = server.login(ImapServer.ALICE);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void areSelectedWithAllThatAClientNeeds() throws IOException {
        server.deliver(MAIL).deliver(MAIL);
        client.command("a SELECT INBOX");
        client.command("b STORE 1 +FLAGS (\\Seen Work)");

        assertThat(client.command("c SELECT inbox"))
                .element(0)
                .isEqualTo("* OK [CLOSED] The mailbox that was selected is closed");
        assertThat(client.command("d EXAMINE INBOX"))
                .contains(
                        "* FLAGS (\\Answered \\Deleted \\Draft \\Flagged \\Seen Work)",
                        "* OK [PERMANENTFLAGS ()] Flags that are kept",
                        "* 2 EXISTS",
                        "* 0 RECENT",
                        "* OK [UNSEEN 2] First unseen",
                        "* OK [UIDNEXT 3] Predicted next UID",
                        "* OK [HIGHESTMODSEQ 4] Highest")
                .anyMatch(line -> line.matches("\\* OK \\[UIDVALIDITY \\d+] .*"))
                .endsWith("d OK [READ-ONLY] EXAMINE completed");
        assertThat(client.command("e SELECT INBOX"))
                .contains(
                        "* OK [PERMANENTFLAGS (\\Answered \\Deleted \\Draft \\Flagged \\Seen Work \\*)] Flags that are kept")
                .endsWith("e OK [READ-WRITE] SELECT completed");
    }

    @Test
    void areLeftWithoutTheirMessagesBeingTouched() throws IOException {
        server.deliver(MAIL);
        client.command("a SELECT INBOX");
        client.command("b STORE 1 +FLAGS (\\Deleted)");
        assertThat(client.say("c UNSELECT")).isEqualTo("c OK UNSELECT completed");
        assertThat(client.say("d UNSELECT")).isEqualTo("d BAD UNSELECT needs a selected mailbox");
        client.command("e EXAMINE INBOX");
        assertThat(client.command("f CLOSE")).containsExactly("f OK CLOSE completed");
        assertThat(client.command("g SELECT INBOX")).contains("* 1 EXISTS");
        assertThat(client.command("h CLOSE")).containsExactly("h OK CLOSE completed");
        assertThat(client.command("i SELECT INBOX")).contains("* 0 EXISTS");
    }

    @Test
    void areNotChangedWhenOpenForReading() throws IOException {
        server.deliver(MAIL);
        client.command("a EXAMINE INBOX");

        assertThat(client.say("b STORE 1 +FLAGS (\\Seen)")).isEqualTo("b NO The mailbox is open for reading only");
        assertThat(client.say("c EXPUNGE")).isEqualTo("c NO The mailbox is open for reading only");
        assertThat(client.say("d MOVE 1 INBOX")).isEqualTo("d NO The mailbox is open for reading only");
        client.command("e FETCH 1 BODY[]");
        assertThat(client.command("f FETCH 1 FLAGS")).contains("* 1 FETCH (FLAGS (\\Recent))");
    }

    @Test
    void areNotSelectedAfterAFailure() throws IOException {
        client.command("a SELECT INBOX");

        assertThat(client.command("b SELECT Nowhere"))
                .containsExactly(
                        "* OK [CLOSED] The mailbox that was selected is closed", "b NO [NONEXISTENT] No such mailbox");
        assertThat(client.say("c CHECK")).isEqualTo("c BAD CHECK needs a selected mailbox");
    }

    @Test
    void areCreatedRenamedAndDeleted() throws IOException {
        assertThat(client.say("a CREATE Work.2026")).matches("a OK \\[MAILBOXID \\(F\\d+\\)] CREATE completed");
        assertThat(client.say("b CREATE work.2026.")).startsWith("b OK ");
        assertThat(client.say("c CREATE Work")).isEqualTo("c NO [ALREADYEXISTS] Mailbox exists");
        assertThat(client.say("d CREATE inbox")).isEqualTo("d NO [ALREADYEXISTS] Mailbox exists");
        assertThat(client.say("e RENAME Work Job")).isEqualTo("e OK RENAME completed");
        assertThat(client.say("f RENAME Work Job")).isEqualTo("f NO [NONEXISTENT] No such mailbox");
        assertThat(client.say("g DELETE Job")).isEqualTo("g OK DELETE completed");
        assertThat(client.say("h DELETE Job")).isEqualTo("h NO [CANNOT] There are folders below it");
        assertThat(client.say("i DELETE INBOX")).isEqualTo("i NO [CANNOT] INBOX cannot be deleted");
        assertThat(client.say("j SELECT Job")).isEqualTo("j NO [NONEXISTENT] No such mailbox");
        assertThat(client.command("k LIST \"\" *"))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"INBOX\"",
                        "* LIST (\\Noselect \\HasChildren) \".\" \"Job\"",
                        "* LIST (\\HasNoChildren) \".\" \"Job.2026\"",
                        "* LIST (\\HasChildren) \".\" \"work\"",
                        "* LIST (\\HasNoChildren) \".\" \"work.2026\"",
                        "k OK LIST completed");
    }

    @Test
    void giveAllMessagesOfARenamedInboxAway() throws IOException {
        server.deliver(MAIL);
        assertThat(client.say("a RENAME INBOX Old")).isEqualTo("a OK RENAME completed");

        assertThat(client.command("b STATUS INBOX (MESSAGES)")).contains("* STATUS \"INBOX\" (MESSAGES 0)");
        assertThat(client.command("c STATUS Old (MESSAGES)")).contains("* STATUS \"Old\" (MESSAGES 1)");
    }

    @Test
    void tellTheirStatus() throws IOException {
        server.deliver(MAIL).deliver(MAIL);
        client.command("a SELECT INBOX");
        client.command("b STORE 1 FLAGS (\\Seen \\Deleted)");

        assertThat(client.command("c STATUS INBOX (messages Recent UIDNEXT UNSEEN DELETED SIZE HIGHESTMODSEQ)"))
                .contains("* STATUS \"INBOX\" (MESSAGES 2 RECENT 0 UIDNEXT 3 UNSEEN 1 DELETED 1 SIZE "
                        + 2 * MAIL.length() + " HIGHESTMODSEQ 4)")
                .endsWith("c OK STATUS completed");
        assertThat(client.command("d STATUS INBOX (UIDVALIDITY MAILBOXID)").get(0))
                .matches("\\* STATUS \"INBOX\" \\(UIDVALIDITY (\\d+) MAILBOXID \\(F\\1\\)\\)");
        assertThat(client.say("e STATUS Nowhere (MESSAGES)")).isEqualTo("e NO [NONEXISTENT] No such mailbox");
    }

    @Test
    void areHiddenFromOthers() throws IOException {
        server.deliver(MAIL);
        client.command("a CREATE Secret");
        try (ImapClient bob = server.login("bob@example.org")) {
            assertThat(bob.command("a LIST \"\" *"))
                    .containsExactly("* LIST (\\HasNoChildren) \".\" \"INBOX\"", "a OK LIST completed");
            assertThat(bob.command("b SELECT INBOX")).contains("* 0 EXISTS");
            assertThat(bob.command("c LIST \"\" #mail.*")).containsExactly("c OK LIST completed");
        }
    }

    @Test
    void holdNoMoreThanTheQuota() throws IOException {
        server.deliver("x".repeat(1500));
        assertThat(client.command("a GETQUOTAROOT INBOX"))
                .containsExactly("* QUOTAROOT \"INBOX\" \"\"", "* QUOTA \"\" ()", "a OK GETQUOTAROOT completed");
        assertThat(client.command("b SETQUOTA \"\" (STORAGE 2 MESSAGE 3)"))
                .containsExactly("* QUOTA \"\" (STORAGE 2 2 MESSAGE 1 3)", "b OK SETQUOTA completed");
        assertThat(client.say("c APPEND INBOX {600+}\r\n" + "x".repeat(600)))
                .isEqualTo("c NO [OVERQUOTA] The account would hold more than it may");
        assertThat(client.say("d APPEND INBOX {500+}\r\n" + "x".repeat(500))).startsWith("d OK ");
        client.command("e SELECT INBOX");
        assertThat(client.say("f COPY 1 INBOX")).isEqualTo("f NO [OVERQUOTA] The account would hold more than it may");
        client.command("g CREATE Other");
        assertThat(client.command("h MOVE 1 Other")).endsWith("h OK MOVE completed");
        assertThat(client.command("i GETQUOTA \"\""))
                .containsExactly("* QUOTA \"\" (STORAGE 2 2 MESSAGE 2 3)", "i OK GETQUOTA completed");
        assertThat(client.say("j GETQUOTA other")).startsWith("j NO [NONEXISTENT] ");
    }

    @Test
    void vanishFromUnderAClientThatHasSelectedThem() throws IOException {
        client.command("a CREATE Old");
        client.send("b APPEND Old {1+}\r\nx\r\n");
        client.until("b ");
        client.command("c SELECT Old");
        try (ImapClient other = server.login(ImapServer.ALICE)) {
            other.command("a DELETE Old");
        }

        assertThat(client.command("d NOOP")).containsExactly("* 1 EXPUNGE", "d OK NOOP completed");
        assertThat(client.say("e SELECT Old")).startsWith("* OK [CLOSED]");
        assertThat(client.line()).isEqualTo("e NO [NONEXISTENT] No such mailbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CREATE \"a*\"", "CREATE a..b", "CREATE \"\"", "RENAME INBOX \"a%\"", "RENAME x y", "DELETE x"})
    void refuseWhatCannotBe(String command) throws IOException {
        assertThat(List.of("a NO", "a BAD")).anyMatch(client.say("a " + command)::startsWith);
    }
}
