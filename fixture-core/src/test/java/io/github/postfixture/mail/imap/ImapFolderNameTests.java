package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImapFolderNameTests {

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapFolderNameTests() throws IOException {
        client = server.login(ImapServer.ALICE);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void areListedByWildcardsAnywhere() throws IOException {
        client.command("a CREATE Archive.2025.May");
        client.command("b CREATE Archive.2026.May");

        assertThat(client.command("c LIST \"\" Archive.*.May"))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"Archive.2025.May\"",
                        "* LIST (\\HasNoChildren) \".\" \"Archive.2026.May\"",
                        "c OK LIST completed");
        assertThat(client.command("d LIST \"\" %"))
                .containsExactly(
                        "* LIST (\\HasChildren) \".\" \"Archive\"",
                        "* LIST (\\HasNoChildren) \".\" \"INBOX\"",
                        "d OK LIST completed");
        assertThat(client.command("e LIST Archive. %6"))
                .hasSize(2)
                .element(0)
                .asString()
                .contains("Archive.2026");
        assertThat(client.command("f LIST \"\" \"\""))
                .containsExactly("* LIST (\\Noselect) \".\" \"\"", "f OK LIST completed");
        assertThat(client.command("g LIST \"\" inbox")).hasSize(2);
    }

    @Test
    void areListedWithWhatIsAskedFor() throws IOException {
        client.command("a CREATE \"Sent Items\" (USE (\\Sent))");
        client.command("b CREATE Work.2026");
        client.command("c SUBSCRIBE Work.2026");
        client.command("d SUBSCRIBE Gone");

        assertThat(client.command("e LIST (SPECIAL-USE) \"\" *"))
                .containsExactly("* LIST (\\HasNoChildren \\Sent) \".\" \"Sent Items\"", "e OK LIST completed");
        assertThat(client.command("f LIST (SUBSCRIBED) \"\" *"))
                .containsExactly(
                        "* LIST (\\NonExistent \\Subscribed \\HasNoChildren) \".\" \"Gone\"",
                        "* LIST (\\Subscribed \\HasNoChildren) \".\" \"Work.2026\"",
                        "f OK LIST completed");
        assertThat(client.command("g LIST (SUBSCRIBED RECURSIVEMATCH) \"\" %"))
                .contains("* LIST (\\HasChildren) \".\" \"Work\" (\"CHILDINFO\" (\"SUBSCRIBED\"))");
        assertThat(client.command("h LIST \"\" (INBOX Work) RETURN (SUBSCRIBED CHILDREN STATUS (messages UIDNEXT))"))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"INBOX\"",
                        "* STATUS \"INBOX\" (MESSAGES 0 UIDNEXT 1)",
                        "* LIST (\\HasChildren) \".\" \"Work\"",
                        "* STATUS \"Work\" (MESSAGES 0 UIDNEXT 1)",
                        "h OK LIST completed");
    }

    @Test
    void areListedBySubscription() throws IOException {
        client.command("a SUBSCRIBE inbox");
        client.command("b SUBSCRIBE Work.2026");
        assertThat(client.command("c LSUB \"\" *"))
                .containsExactly("* LSUB () \".\" \"INBOX\"", "* LSUB () \".\" \"Work.2026\"", "c OK LSUB completed");
        assertThat(client.command("d LSUB \"\" %"))
                .containsExactly(
                        "* LSUB () \".\" \"INBOX\"", "* LSUB (\\Noselect) \".\" \"Work\"", "d OK LSUB completed");
        client.command("e UNSUBSCRIBE INBOX");
        assertThat(client.command("f LSUB \"\" INBOX")).containsExactly("f OK LSUB completed");
    }

    @Test
    void haveNamesInEveryAlphabet() throws IOException {
        client.command("a CREATE \"Gr&APwA3w-e &- &U,BTFw-\"");
        assertThat(client.command("b LIST \"\" Gr*"))
                .containsExactly("* LIST (\\HasNoChildren) \".\" \"Gr&APwA3w-e &- &U,BTFw-\"", "b OK LIST completed");
        client.command("c ENABLE UTF8=ACCEPT");

        assertThat(client.command("d LIST \"\" \"Gr\u00c3\u00bc*\""))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"Gr\u00c3\u00bc\u00c3\u009fe & \u00e5\u008f\u00b0\u00e5\u008c\u0097\"",
                        "d OK LIST completed");
        assertThat(client.command("e SELECT \"Gr\u00c3\u00bc\u00c3\u009fe & \u00e5\u008f\u00b0\u00e5\u008c\u0097\""))
                .endsWith("e OK [READ-WRITE] SELECT completed");
    }
}
