package io.github.postfixture.mail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real-client")
class MbsyncTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();

    @TempDir
    private Path laptop;

    @TempDir
    private Path phone;

    @BeforeEach
    void fillTheMailbox() throws IOException {
        MailProgram.send(mail, "Subject: one\nMessage-ID: <1@example.org>\n\nx\n");
        MailProgram.send(mail, "Subject: two\nMessage-ID: <2@example.org>\n\nx\n");
        sync(laptop);
        sync(phone);
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void bringsNewMailToEachDevice() throws IOException {
        MailProgram.send(mail, "Subject: three\n\nx\n");
        sync(laptop);
        sync(phone);

        assertThat(mails(laptop)).hasSize(3);
        assertThat(mails(phone)).hasSize(3);
    }

    @Test
    void bringsFlagsFromOneDeviceToTheOther() throws IOException {
        Path mailOnLaptop = mails(laptop).get(0);
        Files.move(
                mailOnLaptop,
                laptop.resolve(
                        "INBOX/cur/" + mailOnLaptop.getFileName().toString().replaceAll(":2,.*", "") + ":2,FS"));
        sync(laptop);
        sync(phone);

        assertThat(mails(phone))
                .filteredOn(file -> file.toString().endsWith(":2,FS"))
                .hasSize(1);
    }

    @Test
    void removesOnOneDeviceWhatTheOtherRemoved() throws IOException {
        Files.delete(mails(phone).get(0));
        sync(phone);
        sync(laptop);

        assertThat(mails(laptop)).hasSize(1);
        assertThat(mails(phone)).hasSize(1);
    }

    @Test
    void bringsADraftOfOneDeviceToTheOther() throws IOException {
        Files.writeString(laptop.resolve("INBOX/cur/1.draft:2,D"), "Subject: draft\n\nx\n");
        sync(laptop);
        sync(phone);

        assertThat(mails(phone)).hasSize(3).anyMatch(file -> file.toString().endsWith(":2,D"));
    }

    private void sync(Path device) throws IOException {
        MailProgram program = new MailProgram(device);
        program.write(
                "mbsyncrc",
                """
                IMAPAccount a
                Host %h
                Port %p
                User alice@example.org
                Pass secret
                SSLType None
                AuthMechs LOGIN
                IMAPStore far
                Account a
                MaildirStore near
                Path %d/
                Inbox %d/INBOX
                Channel all
                Far :far:
                Near :near:
                Patterns *
                Create Both
                Expunge Both
                Remove Both
                SyncState *
                """.replace("\nIMAPStore", "\n\nIMAPStore")
                        .replace("\nMaildirStore", "\n\nMaildirStore")
                        .replace("\nChannel", "\n\nChannel"),
                mail.imap());
        program.run("mbsync", "-c", device + "/mbsyncrc", "-a");
    }

    private static List<Path> mails(Path device) throws IOException {
        try (Stream<Path> fresh = Files.list(device.resolve("INBOX/new"));
                Stream<Path> seen = Files.list(device.resolve("INBOX/cur"))) {
            return Stream.concat(fresh, seen).sorted().toList();
        }
    }
}
