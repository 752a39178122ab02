package io.github.postfixture.mail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.client.Flag;
import io.github.postfixture.mail.client.MailClient;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local copy of a {@link MailClient} is a Maildir to other programs, and what they do there reaches the server. */
@Tag("real-client")
class LocalCopyTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();

    @TempDir
    private Path disk;

    @TempDir
    private Path home;

    @BeforeEach
    void synchroniseAndMark() {
        MailProgram.send(mail, "Subject: one\nMessage-ID: <1@example.org>\n\nx\n");
        MailProgram.send(mail, "Subject: two\nMessage-ID: <2@example.org>\n\nx\n");
        try (MailClient alice = alice()) {
            alice.synchronise();
            alice.inbox().stream()
                    .filter(one -> one.subject().equals("one"))
                    .forEach(one -> alice.mark(one, Flag.FLAGGED, Flag.SEEN));
        }
    }

    @AfterEach
    void close() {
        mail.close();
    }

    private MailClient alice() {
        return MailClient.of("alice@example.org", "secret")
                .mailbox(mail.imap())
                .directory(disk)
                .start();
    }

    @Test
    void pythonReadsIt() {
        String script = "import mailbox, sys\n"
                + "for m in sorted(mailbox.Maildir(sys.argv[1], create=False), key=lambda m: m['Subject']):\n"
                + "    print(m['Subject'], m.get_flags())";

        String printed = RealClient.named(
                        "python3", "-c", script, disk.resolve("INBOX").toString())
                .run();

        assertThat(printed.strip().lines()).map(String::strip).containsExactly("one FS", "two");
    }

    @Test
    void muttReadsItAndDeletesFromIt() throws IOException {
        MailProgram program = new MailProgram(home);
        program.write("muttrc", "set folder=\"%d\" delete=yes wait_key=no quit=yes mark_old=no\n", mail.imap());
        String keys = "<delete-pattern>~F<enter><quit>";

        program.runInTerminal(
                "mutt", "-n -F " + home + "/muttrc -f " + disk.resolve("INBOX") + " -e 'push \"" + keys + "\"'");
        try (MailClient alice = alice()) {
            alice.synchronise();

            assertThat(alice.inbox())
                    .singleElement()
                    .satisfies(two -> assertThat(two.subject()).isEqualTo("two"));
        }
        try (MailClient other = MailClient.of("alice@example.org", "secret")
                .mailbox(mail.imap())
                .start()) {
            assertThat(other.synchronise())
                    .singleElement()
                    .satisfies(two -> assertThat(two.subject()).isEqualTo("two"));
        }
    }
}
