package io.github.postfixture.mail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.mail.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that read mail by IMAP. */
@Tag("real-client")
class ImapProgramTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();

    @TempDir
    private Path laptop;

    @TempDir
    private Path phone;

    @BeforeEach
    void fillTheMailbox() {
        MailProgram.send(mail, "From: shop@example.org\nSubject: one\nMessage-ID: <1@example.org>\n\nfirst\n");
        MailProgram.send(mail, "From: shop@example.org\nSubject: two\nMessage-ID: <2@example.org>\n\nsecond\n");
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void twoCopiesOfOfflineimapConverge() throws IOException {
        offlineimap(laptop);
        offlineimap(phone);
        Path read = mails(laptop).get(0);
        Files.move(
                read,
                laptop.resolve("copy/INBOX/cur/" + read.getFileName().toString().replaceAll("2,.*", "2,FS")));
        String kept = content(mails(laptop).get(0));
        Files.delete(mails(phone).stream()
                .filter(file -> !content(file).equals(kept))
                .findFirst()
                .orElseThrow());
        offlineimap(phone);
        offlineimap(laptop);
        offlineimap(phone);
        offlineimap(laptop);

        assertThat(mails(laptop)).singleElement().asString().endsWith("2,FS");
        assertThat(mails(phone)).singleElement().asString().endsWith("2,FS");
    }

    @Test
    void snailShowsTheMailbox() throws IOException {
        MailProgram program = new MailProgram(laptop);
        program.write("mailrc", "set v15-compat imap-auth=login\n", mail.imap());
        String url = "imap://alice%40example.org:secret@" + mail.imap().host() + ":"
                + mail.imap().port() + "/INBOX";

        assertThat(program.run("s-nail", "-n", "-H", "-f", url)).contains("one", "two");
    }

    @Test
    void imapflowHearsOfMailWhileItWaits() {
        String output = RealClient.node(
                        """
                        const { ImapFlow } = require('imapflow');
                        const net = require('net');
                        (async () => {
                          const imap = new ImapFlow({ host: '%1$s', port: %2$d, secure: false, doSTARTTLS: false,
                            logger: false, auth: { user: 'alice@example.org', pass: 'secret' } });
                          await imap.connect();
                          await imap.mailboxOpen('INBOX');
                          for await (const mail of imap.fetch('1:*', { envelope: true, source: true })) {
                            console.log(mail.envelope.subject, mail.source.length);
                          }
                          console.log(JSON.stringify(await imap.search({ subject: 'two' })));
                          const grown = new Promise(done => imap.on('exists', done));
                          const idle = imap.idle();
                          const smtp = net.connect(%3$d, '%1$s');
                          smtp.write('HELO x\\r\\nMAIL FROM:<a@b.c>\\r\\nRCPT TO:<alice@example.org>\\r\\nDATA\\r\\n');
                          smtp.once('data', () => setTimeout(() => smtp.write('Subject: x\\r\\n\\r\\n.\\r\\n'), 50));
                          console.log('exists', (await grown).count);
                          smtp.destroy();
                          await imap.logout();
                        })();
                        """.formatted(
                                        mail.imap().host(),
                                        mail.imap().port(),
                                        mail.smtp().port()),
                        "imapflow")
                .run();

        assertThat(output.lines()).containsExactly("one 78", "two 79", "[2]", "exists 3");
    }

    private void offlineimap(Path device) throws IOException {
        MailProgram program = new MailProgram(device);
        program.write("offlineimaprc", """
                [general]
                accounts = a
                metadata = %d/metadata
                ui = basic
                [Account a]
                localrepository = l
                remoterepository = r
                [Repository l]
                type = Maildir
                localfolders = %d/copy
                [Repository r]
                type = IMAP
                remotehost = %h
                remoteport = %p
                remoteuser = alice@example.org
                remotepass = secret
                ssl = no
                starttls = no
                auth_mechanisms = PLAIN
                """, mail.imap());
        program.run("offlineimap", "-o", "-c", device + "/offlineimaprc");
    }

    @Test
    void perlReadsFlagsAndDeletes() throws IOException {
        String script = """
                use Mail::IMAPClient;
                my $c = Mail::IMAPClient->new(Server => '%s', Port => %d, User => 'alice@example.org',
                    Password => 'secret', Uid => 1) or die "login: $@";
                $c->select('INBOX') or die $c->LastError;
                my @all = $c->messages; die "all: @all" unless @all == 2;
                my @one = $c->search(\\'NOT SUBJECT two'); die "one: @one" unless @one == 1;
                die "size" unless $c->size($one[0]) == length($c->message_string($one[0]));
                $c->move('Archive', $one[0]) if $c->create('Archive'); $c->expunge;
                die "left: " . $c->message_count unless $c->message_count == 1;
                $c->idle or die $c->LastError; $c->done;
                $c->append('INBOX', "Subject: three\r\n\r\nthird\r\n") or die $c->LastError;
                die "count: " . $c->message_count unless $c->message_count('INBOX') == 2;
                $c->logout;
                print "well\n";
                """.formatted(mail.imap().host(), mail.imap().port());

        assertThat(RealClient.perl(script, "Mail::IMAPClient").run()).isEqualTo("well\n");
    }

    private static List<Path> mails(Path device) throws IOException {
        try (Stream<Path> fresh = Files.list(device.resolve("copy/INBOX/new"));
                Stream<Path> seen = Files.list(device.resolve("copy/INBOX/cur"))) {
            return Stream.concat(fresh, seen).sorted().toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^X-OfflineIMAP.*\\R", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
