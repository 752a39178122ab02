package io.github.postfixture.mail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.MailCriteria;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("real-client")
class MailProgramTests {

    private static final String MESSAGE =
            "From: shop@example.org\nTo: alice@example.org\nSubject: %s\nMessage-ID: <%s@example.org>\n\n.dot\nbody\n";

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();

    @TempDir
    private Path home;

    private MailProgram program;

    @BeforeEach
    void fillTheMailbox() {
        program = new MailProgram(home);
        MailProgram.send(mail, MESSAGE.formatted("one", "one"));
        MailProgram.send(mail, MESSAGE.formatted("two", "two"));
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pop3", "imap"})
    void fetchmailTakesAllMail(String protocol) throws IOException {
        program.write(
                "fetchmailrc",
                "poll %h protocol " + protocol + " port %p auth password username alice@example.org password secret"
                        + " sslproto '' mda \"cat >> %d/mbox\"\n",
                protocol.equals("pop3") ? mail.pop3() : mail.imap());

        program.run(
                "fetchmail",
                "-f",
                home + "/fetchmailrc",
                "--pidfile",
                home + "/fetchmail.pid",
                "--nosyslog",
                "--nokeep");

        assertThat(home.resolve("mbox")).content().contains("Subject: one", "Subject: two", ".dot");
        assertThat(program.run("curl", "-sS", "-m", "10", mail.pop3().toString(), "-u", "alice@example.org:secret"))
                .isBlank();
    }

    @Test
    void mpopTakesAllMail() throws IOException {
        program.write("mpoprc", """
                account default
                host %h
                port %p
                user alice@example.org
                password secret
                auth plain
                tls off
                keep off
                uidls_file %d/uidls
                delivery mbox %d/mbox
                """, mail.pop3());

        program.run("mpop", "-C", home + "/mpoprc", "-q");

        assertThat(home.resolve("mbox")).content().contains("Subject: one", "Subject: two", ".dot");
    }

    @Test
    void mpopLogsInByEveryMechanism() throws IOException {
        for (String mechanism : List.of("user", "apop", "plain", "login", "cram-md5")) {
            program.write("mpoprc", """
                    account default
                    host %h
                    port %p
                    user alice@example.org
                    password secret
                    auth %m
                    tls off
                    keep on
                    uidls_file %d/uidls-%m
                    delivery mbox %d/mbox-%m
                    """.replace("%m", mechanism), mail.pop3());

            program.run("mpop", "-C", home + "/mpoprc", "-q");

            assertThat(home.resolve("mbox-" + mechanism)).content().contains("Subject: one", "Subject: two", ".dot");
        }
    }

    @Test
    void getmailTakesAllMail() throws IOException {
        program.write("getmailrc", """
                [retriever]
                type = SimplePOP3Retriever
                server = %h
                port = %p
                username = alice@example.org
                password = secret
                [destination]
                type = MDA_external
                path = /bin/sh
                arguments = ("-c", "cat >> %d/mbox")
                allow_root_commands = true
                [options]
                delete = true
                """, mail.pop3());

        program.run("getmail", "--getmaildir=" + home, "--rcfile=getmailrc");

        assertThat(home.resolve("mbox")).content().contains("Subject: one", "Subject: two", "\n.dot");
        assertThat(program.run("curl", "-sS", "-m", "10", mail.pop3().toString(), "-u", "alice@example.org:secret"))
                .isBlank();
    }

    @Test
    void muttReadsTheMaildrop() throws IOException {
        program.write("muttrc", """
                set pop_user="alice@example.org" pop_pass="secret" ssl_starttls=no ssl_force_tls=no
                set folder="%d" mbox_type=mbox confirmappend=no confirmcreate=no wait_key=no quit=yes
                """, mail.pop3());
        String maildrop = "pop://alice@example.org@127.0.0.1:" + mail.pop3().port() + "/";
        String keys = "<tag-pattern>~A<enter><tag-prefix><copy-message>" + home + "/mbox<enter><quit>";

        program.runInTerminal("mutt", "-n -F " + home + "/muttrc -f " + maildrop + " -e 'push \"" + keys + "\"'");

        assertThat(home.resolve("mbox")).content().contains("Subject: one", "Subject: two", "\n.dot");
    }

    @Test
    void snailSendsAndReads() throws IOException {
        program.write("mailrc", "set v15-compat from=shop@example.org tls-ca-file=" + RealClient.caFile(), mail.smtp());
        program.runInShell(
                "s-nail",
                "echo Hello | s-nail -:u -S smtp-use-starttls -S smtp-auth=login -s three -S mta=smtp://alice%40example.org:secret@localhost:"
                        + mail.smtp().port() + " alice@example.org");

        assertThat(mail.awaitMail(MailCriteria.subject("three")))
                .wasSentOverTls()
                .wasSentBy("alice@example.org");
        assertThat(program.run(
                        "s-nail",
                        "-:u",
                        "-NR",
                        "-Y",
                        "from *",
                        "-Y",
                        "type 2",
                        "-Y",
                        "quit",
                        "-f",
                        "pop3://alice%40example.org:secret@localhost:"
                                + mail.pop3().port()))
                .contains("one", "Subject: two", "\n.dot", "three");
    }

    @Test
    void offlineimapKeepsACopy() throws IOException {
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

        program.run("offlineimap", "-o", "-c", home + "/offlineimaprc");

        assertThat(mails(home.resolve("copy"))).hasSize(2);
    }

    private static List<Path> mails(Path maildir) throws IOException {
        try (Stream<Path> files = Files.walk(maildir)) {
            return files.filter(file -> Stream.of("new", "cur")
                            .anyMatch(kind -> file.getParent().endsWith(kind)))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
