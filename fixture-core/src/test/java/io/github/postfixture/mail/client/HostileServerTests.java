package io.github.postfixture.mail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.Endpoint;
import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server may say what it likes: a client says which server and which command it was, and keeps the rest going. */
@Timeout(60)
class HostileServerTests {

    @TempDir
    private Path disk;

    private MailClient client(Endpoint mailbox) {
        return MailClient.of("alice@example.org", "secret")
                .mailbox(mailbox)
                .directory(disk.resolve("in/side"))
                .start();
    }

    private MailClient hurriedClient(Endpoint mailbox) {
        return MailClient.of("alice@example.org", "secret")
                .mailbox(mailbox)
                .commandTimeout(Duration.ofMillis(500))
                .start();
    }

    private void assertFails(FakeServer server, String reason) throws IOException {
        try (server;
                MailClient client = client(server.endpoint())) {
            assertFails(client, server, reason);
        }
    }

    private void assertFailsInTime(FakeServer server, String reason) throws IOException {
        try (server;
                MailClient client = hurriedClient(server.endpoint())) {
            assertFails(client, server, reason);
        }
    }

    private void assertFails(MailClient client, FakeServer server, String reason) {
        assertThatThrownBy(client::synchronise)
                .isInstanceOf(MailClientException.class)
                .hasMessageStartingWith("Cannot synchronise with " + server.endpoint() + ":")
                .hasMessageContaining(reason);
    }

    private List<String> subjects(MailClient client, String folder) {
        return client.mails(folder).stream().map(LocalMail::subject).toList();
    }

    @Nested
    class Folders {

        @ParameterizedTest
        @MethodSource("io.github.postfixture.mail.client.HostileServerTests#names")
        void areKeptUnderAnyName(String name) throws IOException {
            String quoted = '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            FakeServer.Imap imap =
                    FakeServer.imap().answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST () \"/\" " + quoted + "\r\n");
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                client.synchronise();
                client.synchronise();

                assertThat(client.folders()).containsExactlyInAnyOrder("INBOX", name);
                assertThat(subjects(client, name)).containsExactly("one");
                assertThat(client.outbox()).isEmpty();
                assertThat(disk).isDirectoryNotContaining(path -> !path.endsWith("in"));
                assertThat(disk.resolve("in")).isDirectoryNotContaining(path -> !path.endsWith("side"));
            }
            try (MailClient later = client(new Endpoint("imap", "127.0.0.1", 1))) {
                assertThat(subjects(later, name)).containsExactly("one");
                assertThat(later.folders()).containsExactlyInAnyOrder("INBOX", name);
            }
        }

        @Test
        void thatAreTheInboxInAnotherCaseAreTheInbox() throws IOException {
            FakeServer.Imap imap =
                    FakeServer.imap().answer("LIST", "* LIST () \"/\" inbox\r\n* LIST () \"/\" \"\"\r\n");
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                client.synchronise();

                assertThat(client.folders()).containsExactly("INBOX");
            }
        }

        @Test
        void withSlashesAreKeptWhereSomethingElseSeparates() throws IOException {
            FakeServer.Imap imap = FakeServer.imap()
                    .answer("LIST \"\" \"\"", "* LIST () \".\" \"\"\r\n")
                    .answer("LIST", "* LIST () \".\" INBOX\r\n* LIST () \".\" \"a/b.c\"\r\n");
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                client.synchronise();

                assertThat(subjects(client, "a.b/c")).containsExactly("one");
            }
        }

        @Test
        void thatWouldHaveOneNameAreTold() throws IOException {
            assertFails(
                    FakeServer.imap()
                            .answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST () \"/\" x\r\n* LIST () \"/\" x\r\n")
                            .start(),
                    "folder x: the server has several that are called so here");
        }

        @Test
        void thatCannotBeReadDoNotKeepTheOthersFromBeingRead() throws IOException {
            FakeServer.Imap imap = FakeServer.imap()
                    .answer("LIST", "* LIST () \"/\" Bad\r\n* LIST () \"/\" INBOX\r\n* LIST () \"/\" Zoo\r\n")
                    .answer("SELECT \"Bad\"", "$TAG NO [SERVERBUG] Oops\r\n");
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(client::synchronise)
                            .isInstanceOf(MailClientException.class)
                            .hasMessage("Cannot synchronise with " + server.endpoint()
                                    + ": folder Bad: SELECT \"Bad\": NO [SERVERBUG] Oops");
                }

                assertThat(subjects(client, "INBOX")).containsExactly("one");
                assertThat(subjects(client, "Zoo")).containsExactly("one");
            }
        }
    }

    static List<String> names() {
        return List.of(
                "../../etc/evil",
                "/etc/evil",
                "..",
                ".",
                "a/../../b",
                "C:\\x",
                "a\u0001b",
                "a\tb",
                "x".repeat(300),
                "y/".repeat(1000) + "y",
                "Outbox",
                "outbox",
                "%outbox",
                "INBOX/cur",
                "new",
                "cur",
                "tmp",
                "Work/new",
                "a//b",
                "/",
                "~",
                "-",
                " ",
                "a b ",
                "INBOX/.postfixture-sync",
                ".postfixture-keywords",
                "%2F",
                "a%b",
                "con",
                "a\"b",
                "*",
                "\u0000",
                "{5}",
                "NIL",
                "&-&AA",
                "$HOME",
                ":2,S",
                "Sent");
    }

    @Nested
    class Listings {

        @ParameterizedTest
        @ValueSource(strings = {"-1", "0", "99999999999999999999", "4294967296", "1\r\n2", "x", ""})
        void needAUidValidity(String number) throws IOException {
            assertFails(
                    FakeServer.imap()
                            .answer("SELECT", "* 1 EXISTS\r\n* OK [UIDVALIDITY " + number + "] x\r\n")
                            .start(),
                    "SELECT INBOX: the server tells no UIDVALIDITY".substring(0, "SELECT INBOX: ".length()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"-5", "0", "99999999999999999999", "4294967296", "x", "NIL", "(1)"})
        void needUids(String uid) throws IOException {
            assertFails(
                    FakeServer.imap()
                            .answer("UID FETCH 1:*", "* 1 FETCH (UID " + uid + " FLAGS () RFC822.SIZE 22)\r\n")
                            .start(),
                    "UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE): INBOX has 1 messages,"
                            + " but the server lists 0 with a UID of their own and flags");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2", "2147483647", "4294967295"})
        void mustBeComplete(String exists) throws IOException {
            assertFails(
                    FakeServer.imap()
                            .answer("SELECT", FakeServer.Imap.selected(Long.parseLong(exists)))
                            .start(),
                    "INBOX has " + exists + " messages, but the server lists 1");
        }

        @Test
        void mustNotGiveOneUidTwice() throws IOException {
            assertFails(
                    FakeServer.imap()
                            .answer("SELECT", FakeServer.Imap.selected(2))
                            .answer("UID FETCH 1:*", FakeServer.Imap.row(1, 5) + FakeServer.Imap.row(2, 5))
                            .start(),
                    "INBOX has 2 messages, but the server lists 1");
        }

        @Test
        void mustHaveFlags() throws IOException {
            assertFails(
                    FakeServer.imap()
                            .answer("UID FETCH 1:*", "* 1 FETCH (UID 5)\r\n")
                            .start(),
                    "INBOX has 1 messages, but the server lists 0");
        }

        @Test
        void mayHaveUidsInAnyOrder() throws IOException {
            FakeServer.Imap imap = FakeServer.imap()
                    .answer("SELECT", FakeServer.Imap.selected(3))
                    .answer(
                            "UID FETCH 1:*",
                            FakeServer.Imap.row(1, 9) + FakeServer.Imap.row(2, 4294967295L) + FakeServer.Imap.row(3, 5))
                    .answer("UID FETCH", "* 1 FETCH (BODY[] {5}\r\nx\r\n\r\n)\r\n");
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                assertThat(client.synchronise()).hasSize(3);
                assertThat(client.synchronise()).isEmpty();
                assertThat(client.inbox()).hasSize(3);
            }
        }

        @Test
        void areGivenUpWhenMessagesGoForEver() throws IOException {
            assertFails(
                    FakeServer.imap()
                            .answer("SELECT", FakeServer.Imap.selected(100_000))
                            .answer("UID FETCH 1:*", "* 1 EXPUNGE\r\n".repeat(20_000))
                            .start(),
                    "messages go faster than they are listed");
        }

        @Test
        void thatAreIncompleteRemoveNothingHere() throws IOException {
            FakeServer.Imap imap = FakeServer.imap();
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                client.synchronise();
                imap.answer("UID FETCH 1:*", "");

                assertThatThrownBy(client::synchronise).isInstanceOf(MailClientException.class);
                assertThat(subjects(client, "INBOX")).containsExactly("one");
            }
        }

        @Test
        void ofAnotherLifeOfTheFolderAreRecognised() throws IOException {
            FakeServer.Imap imap = FakeServer.imap();
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                client.synchronise();
                for (int life = 8; life < 12; life++) {
                    imap.answer(
                            "SELECT",
                            FakeServer.Imap.selected(1).replace("[UIDVALIDITY 7]", "[UIDVALIDITY " + life + "]"));

                    assertThat(client.synchronise()).isEmpty();
                    assertThat(subjects(client, "INBOX")).containsExactly("one");
                }
            }
        }
    }

    @Nested
    class Answers {

        @ParameterizedTest
        @ValueSource(strings = {"CAPABILITY", "LIST", "SELECT", "UID FETCH 1:*", "UID FETCH 5"})
        void thatAreNoAreTold(String command) throws IOException {
            assertFails(
                    FakeServer.imap().answer(command, "$TAG NO Not for you\r\n").start(), ": NO Not for you");
        }

        @Test
        void thatAreAlwaysNoAreTold() throws IOException {
            FakeServer server = FakeServer.of("imap", (in, out) -> {
                out.write("* OK Hello\r\n".getBytes(StandardCharsets.US_ASCII));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    out.write((line.split(" ", 2)[0] + " NO No\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            });
            assertFails(server, "CAPABILITY: NO No");
        }

        @ParameterizedTest
        @MethodSource("io.github.postfixture.mail.client.HostileServerTests#nonsense")
        void thatAreNonsenseAreTold(String command, String nonsense, String reason) throws IOException {
            assertFails(FakeServer.imap().answer(command, nonsense).start(), reason);
        }

        @Test
        void withoutABodyAreAMessageThatIsGone() throws IOException {
            FakeServer.Imap imap =
                    FakeServer.imap().answer("UID FETCH 5", "* 1 FETCH (UID 5)\r\n* 1 FETCH (BODY[] NIL)\r\n");
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                assertThat(client.synchronise()).isEmpty();
                assertThat(client.inbox()).isEmpty();
            }
        }

        @Test
        void thatEndTheConnectionAreTriedAgain() throws IOException {
            FakeServer.Imap imap = FakeServer.imap()
                    .answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST () \"/\" Poison\r\n* LIST () \"/\" Zoo\r\n")
                    .answer("SELECT \"Poison\"", "* BYE Crashed$TAG\r\n)\r\n");
            try (FakeServer server = imap.start();
                    MailClient client = client(server.endpoint())) {
                assertThatThrownBy(client::synchronise)
                        .isInstanceOf(MailClientException.class)
                        .hasMessageContaining("folder Poison: SELECT \"Poison\": ");

                assertThat(subjects(client, "Zoo")).containsExactly("one");
            }
        }
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of(
                        "LIST", "* LIST () \"/\" {2147483647}\r\nx", "LIST \"\" \"*\": a literal of 2147483647 bytes"),
                Arguments.of(
                        "LIST",
                        "* LIST () \"/\" {99999999999999999999}\r\nx",
                        "a literal of 99999999999999999999 bytes"),
                Arguments.of("LIST", "* LIST () \"/\" {-1}\r\nx\r\n", "a literal of -1 bytes"),
                Arguments.of("LIST", "* LIST () \"/\" {5}x\r\n", "LIST \"\" \"*\": a line that ends too"),
                Arguments.of("LIST", "* LIST () \"/\" \"x\r\n", "a line that ends within a string"),
                Arguments.of("LIST", "* LIST " + "(".repeat(100_000) + "\r\n", "lists in lists without end"),
                Arguments.of("LIST", "* LIST () \"/\" x)\r\n", "')' where none belongs"),
                Arguments.of("LIST", "* LIST () \"/\" " + "x".repeat(2_000_000) + "\r\n", "a line without end"),
                Arguments.of(
                        "UID FETCH 5",
                        "* 1 FETCH (UID 5 BODY[] {5}\r\nlonger than announced)\r\n",
                        "message 5 in INBOX: UID FETCH 5 (BODY.PEEK[]): a string that is longer than announced"),
                Arguments.of(
                        "UID FETCH 5", "* 1 FETCH (UID 5 BODY[] {2000000000}\r\nx", "a literal of 2000000000 bytes"));
    }

    @Nested
    class TimeAndMemory {

        @Test
        void endWithAnAnswerWithoutEnd() throws IOException {
            assertFails(
                    FakeServer.imap()
                            .answer("SELECT", "* OK x\r\n".repeat(5_000_000))
                            .start(),
                    "folder INBOX: SELECT INBOX: an answer without end");
        }

        @Test
        void endWithFoldersWithoutEnd() throws IOException {
            String folders = IntStream.range(0, 10_001)
                    .mapToObj(i -> "* LIST () \"/\" " + i + "\r\n")
                    .collect(Collectors.joining());
            assertFails(FakeServer.imap().answer("LIST", folders).start(), "LIST: more than 10000 folders");
        }

        @ParameterizedTest
        @ValueSource(strings = {"imap", "pop3"})
        void endWithAGreetingWithoutEnd(String scheme) throws IOException {
            assertFails(FakeServer.endless(scheme, "x".repeat(8192)), "the greeting: an answer without end");
        }

        @ParameterizedTest
        @ValueSource(strings = {"imap", "pop3"})
        void endWithLinesWithoutEnd(String scheme) throws IOException {
            assertFails(FakeServer.endless(scheme, "* NO\r\n"), "the greeting: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"imap", "pop3"})
        void endWithASilentServer(String scheme) throws IOException {
            assertFailsInTime(
                    FakeServer.of(scheme, (in, out) -> in.readLine()),
                    "the greeting: no complete answer within 500 ms");
        }

        @Test
        void endWithALiteralThatIsShorterThanAnnounced() throws IOException {
            assertFailsInTime(
                    FakeServer.imap()
                            .answer("LIST", "* LIST () \"/\" {100000000}\r\nx")
                            .start(),
                    "LIST \"\" \"*\": no complete answer within 500 ms");
        }

        @Test
        void endWithAServerThatDripsByImap() throws IOException {
            try (MailServer server = server();
                    MailClient client = hurriedClient(server.imap())) {
                server.atImap("SELECT").always(ConnectionFault.throttle(8));

                assertThatThrownBy(client::synchronise)
                        .isInstanceOf(MailClientException.class)
                        .hasMessage("Cannot synchronise with " + server.imap()
                                + ": SELECT INBOX: no complete answer within 500 ms");
            }
        }

        @Test
        void endWithAServerThatDripsByPop3() throws IOException {
            try (MailServer server = server();
                    MailClient client = hurriedClient(server.pop3())) {
                server.atPop3("UIDL").always(ConnectionFault.throttle(8));
                server.mailbox("alice@example.org")
                        .deliver(InboundMail.from("bob@example.org").subject("one"));

                assertThatThrownBy(client::synchronise)
                        .isInstanceOf(MailClientException.class)
                        .hasMessage("Cannot synchronise with " + server.pop3()
                                + ": UIDL: no complete answer within 500 ms");
            }
        }

        @Test
        void endWithAServerThatDripsBySmtp() throws IOException {
            try (MailServer server = server();
                    MailClient client = sender(server.smtp())) {
                server.failNext(SmtpStage.EHLO, ConnectionFault.throttle(8));

                assertThatThrownBy(() -> client.send(lunch()))
                        .isInstanceOf(MailClientException.class)
                        .hasMessageContaining(server.smtp() + ": ")
                        .hasMessageContaining("no complete answer within 500 ms");
                assertThat(client.outbox()).hasSize(1);
            }
        }

        @Test
        void endWithAGreetingWithoutEndBySmtp() throws IOException {
            try (FakeServer server = FakeServer.endless("smtp", "220-x\r\n");
                    MailClient client = sender(server.endpoint())) {
                assertThatThrownBy(() -> client.send(lunch()))
                        .isInstanceOf(MailClientException.class)
                        .hasMessageContaining("an answer without end");
                assertThat(client.outbox()).hasSize(1);
            }
        }

        @Test
        void endWithAServerThatDoesNotReadWhatItIsSent() throws IOException {
            FakeServer deaf = FakeServer.of("smtp", (in, out) -> {
                for (String line : List.of("220 x", "250 x", "250 x", "250 x", "354 x")) {
                    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    if (!line.startsWith("354")) {
                        in.readLine();
                    }
                }
                new java.util.concurrent.CompletableFuture<Void>().join();
            });
            try (deaf;
                    MailClient client = sender(deaf.endpoint())) {
                assertThatThrownBy(() -> client.send(InboundMail.from("alice@example.org")
                                .to("bob@example.org")
                                .text("x".repeat(20_000_000))))
                        .isInstanceOf(MailClientException.class);
                assertThat(client.outbox()).hasSize(1);
            }
        }

        private MailClient sender(Endpoint smtp) {
            return MailClient.of("alice@example.org", "secret")
                    .smtp(smtp)
                    .commandTimeout(Duration.ofMillis(500))
                    .start();
        }

        private static InboundMail lunch() {
            return InboundMail.from("alice@example.org").to("bob@example.org").subject("Lunch");
        }

        private MailServer server() {
            return MailServer.builder().account("alice@example.org", "secret").start();
        }
    }

    @Nested
    class Pop3 {

        private FakeServer server(Map<String, String> answers) throws IOException {
            return FakeServer.of("pop3", (in, out) -> {
                out.write("+OK\r\n".getBytes(StandardCharsets.US_ASCII));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                    out.write((answers.getOrDefault(line, answers.getOrDefault(verb, "+OK")) + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
                }
            });
        }

        @Test
        void needsUniqueIds() throws IOException {
            assertFails(
                    server(Map.of("UIDL", "-ERR no")),
                    "UIDL: -ERR no; without unique ids (RFC 1939 section 7) no mail can be told from those fetched before");
        }

        @Test
        void needsIdsThatAreUnique() throws IOException {
            assertFails(server(Map.of("UIDL", "+OK\r\n1 a\r\n2 a\r\n.")), "UIDL: the messages [1, 2] have one id, a");
        }

        @Test
        void fetchesTheOthersWhenOneIsRefused() throws IOException {
            FakeServer server = server(Map.of(
                    "UIDL", "+OK\r\n1 ../../x\r\n2 b\r\n.",
                    "RETR 1", "-ERR broken",
                    "RETR", "+OK\r\nSubject: two\r\n\r\n..x\r\n."));
            try (server;
                    MailClient client = client(server.endpoint())) {
                assertThatThrownBy(client::synchronise)
                        .hasMessage("Cannot synchronise with " + server.endpoint() + ": RETR 1: -ERR broken");

                assertThat(subjects(client, "INBOX")).containsExactly("two");
                assertThat(client.inbox().get(0).text()).isEqualTo(".x\r\n");
            }
        }

        @Test
        void givesUpAListingWithoutEnd() throws IOException {
            FakeServer server = FakeServer.of("pop3", (in, out) -> {
                for (String line = "USER"; line.startsWith("USER") || line.startsWith("PASS"); line = in.readLine()) {
                    out.write("+OK\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                byte[] lines = ("+OK\r\n" + "1 a\r\n".repeat(10_000)).getBytes(StandardCharsets.US_ASCII);
                while (true) {
                    out.write(lines);
                }
            });
            assertFails(server, "UIDL: an answer without end");
        }
    }
}
