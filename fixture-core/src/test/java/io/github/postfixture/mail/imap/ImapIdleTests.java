package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImapIdleTests {

    private static final String MAIL = "Subject: one\r\n\r\nfirst\r\n";

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapIdleTests() throws IOException {
        client = server.alice();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void hearsOfADeliveryAtOnce() throws IOException {
        assertThat(client.say("a IDLE")).isEqualTo("+ idling");
        server.deliver(MAIL);

        assertThat(client.line()).isEqualTo("* 1 EXISTS");
        assertThat(client.line()).isEqualTo("* 1 RECENT");
        assertThat(client.say("DONE")).isEqualTo("a OK IDLE completed");
        assertThat(client.say("b NOOP")).isEqualTo("b OK NOOP completed");
    }

    @Test
    void hearsOfFlagsAndRemovalsByOthers() throws IOException {
        server.deliver(MAIL);
        client.command("a NOOP");
        client.say("b IDLE");
        try (ImapClient other = server.alice()) {
            other.command("b STORE 1 +FLAGS.SILENT (\\Deleted)");
            assertThat(client.line()).isEqualTo("* 1 FETCH (FLAGS (\\Deleted \\Recent))");
            other.command("c EXPUNGE");
            assertThat(client.line()).isEqualTo("* 1 EXPUNGE");
        }
    }

    @Test
    void hearsFirstWhatHappenedBefore() throws IOException {
        server.deliver(MAIL);
        client.send("a IDLE\r\n");

        assertThat(List.of(client.line(), client.line(), client.line()))
                .containsExactly("+ idling", "* 1 EXISTS", "* 1 RECENT");
    }

    @Test
    void hearsOfTheLastOfManyDeliveries() throws IOException {
        client.say("a IDLE");
        for (int i = 0; i < 500; i++) {
            server.deliver(MAIL);
        }
        client.send("DONE\r\n");

        List<String> lines = client.until("a OK");
        assertThat(lines).contains("* 500 EXISTS").doesNotHaveDuplicates();
    }

    @Test
    void makesNoDeliveryWaitForAClientThatDoesNotRead() throws IOException {
        client.send("a IDLE\r\n");
        for (int i = 0; i < 300; i++) {
            server.deliver(MAIL);
        }
        try (ImapClient other = server.login(ImapServer.ALICE)) {
            assertThat(other.command("a STATUS INBOX (MESSAGES)")).contains("* STATUS \"INBOX\" (MESSAGES 300)");
        }
    }

    @Test
    void endsByDoneOnly() throws IOException {
        client.say("a IDLE");
        assertThat(client.say("b NOOP")).isEqualTo("a BAD Expected DONE");
        assertThat(client.say("c NOOP")).isEqualTo("c OK NOOP completed");
    }

    @Test
    void isPossibleWithoutASelectedMailbox() throws IOException {
        client.command("a UNSELECT");
        assertThat(client.say("b IDLE")).isEqualTo("+ idling");
        assertThat(client.say("done")).isEqualTo("b OK IDLE completed");
    }
}
