package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session hears of what others do. */
class ImapNewsTests {

    private static final String MAIL = "Subject: one\r\n\r\nfirst\r\n";

    private final ImapServer server =
            new ImapServer().deliver(MAIL).deliver(MAIL).deliver(MAIL);
    private final ImapClient one;
    private final ImapClient two;

    ImapNewsTests() throws IOException {
        one = server.alice();
        two = server.alice();
    }

    @Test
    void beginWithFlagsThatNobodyHasUsedBefore() throws IOException {
        server.deliver("Subject: a\r\n\r\n");
        String flags = "* FLAGS ($New \\Answered \\Deleted \\Draft \\Flagged \\Seen)";
        String permanent =
                "* OK [PERMANENTFLAGS ($New \\Answered \\Deleted \\Draft \\Flagged \\Seen \\*)] Flags that are kept";
        try (ImapClient one = server.alice();
                ImapClient two = server.alice();
                ImapClient reader = server.login(ImapServer.ALICE)) {
            reader.command("a EXAMINE INBOX");

            assertThat(one.command("b STORE 1 +FLAGS ($New)"))
                    .startsWith(flags, permanent)
                    .element(2)
                    .asString()
                    .startsWith("* 1 FETCH (FLAGS ($New");
            assertThat(two.command("c NOOP")).startsWith(flags, permanent).hasSize(4);
            assertThat(reader.command("d NOOP"))
                    .startsWith(flags, "* OK [PERMANENTFLAGS ()] Flags that are kept")
                    .hasSize(4);
            assertThat(one.command("e STORE 1 +FLAGS ($NEW)")).hasSize(2);
            assertThat(one.command("f STORE 1 -FLAGS ($New)")).hasSize(2);
            assertThat(two.command("g STORE 1 +FLAGS.SILENT ($Other)"))
                    .anyMatch(line -> line.startsWith("* FLAGS ($New $Other"));
            assertThat(one.command("h APPEND INBOX ($Third) {1+}\r\nx"))
                    .anyMatch(line -> line.startsWith("* FLAGS ($New $Other $Third"));
        }
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        two.close();
        server.close();
    }

    @Test
    void comeOnce() throws IOException {
        two.command("a STORE 2 +FLAGS (\\Seen)");
        server.deliver(MAIL);

        assertThat(one.command("b NOOP"))
                .containsExactly(
                        "* 4 EXISTS", "* 4 RECENT", "* 2 FETCH (FLAGS (\\Recent \\Seen))", "b OK NOOP completed");
        assertThat(one.command("c NOOP")).containsExactly("c OK NOOP completed");
        assertThat(two.command("d NOOP")).containsExactly("* 4 EXISTS", "* 0 RECENT", "d OK NOOP completed");
    }

    @Test
    void tellOfRemovalsBeforeArrivals() throws IOException {
        two.command("a STORE 1,3 +FLAGS.SILENT (\\Deleted)");
        two.command("b EXPUNGE");
        server.deliver(MAIL);

        assertThat(one.command("c NOOP"))
                .containsExactly("* 1 EXPUNGE", "* 2 EXPUNGE", "* 2 EXISTS", "* 2 RECENT", "c OK NOOP completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FETCH 1:2 UID", "STORE 1 +FLAGS.SILENT (\\Seen)", "FETCH 1 FLAGS"})
    void holdRemovalsBackWhileMessagesAreNamedByNumber(String command) throws IOException {
        two.command("a STORE 3 +FLAGS.SILENT (\\Deleted)");
        two.command("b EXPUNGE");
        server.deliver(MAIL);

        assertThat(one.command("c " + command))
                .noneMatch(line -> line.endsWith("EXPUNGE") || line.endsWith("EXISTS"))
                .last()
                .asString()
                .startsWith("c OK");
        assertThat(one.command("d NOOP"))
                .containsExactly("* 3 EXPUNGE", "* 3 EXISTS", "* 3 RECENT", "d OK NOOP completed");
    }

    @Test
    void letAMessageThatIsGoneKeepItsNumber() throws IOException {
        two.command("a STORE 1 +FLAGS.SILENT (\\Deleted)");
        two.command("b EXPUNGE");

        assertThat(one.command("c FETCH 1:2 UID"))
                .containsExactly("* 2 FETCH (UID 2)", "c NO [EXPUNGEISSUED] Some of the messages are gone");
    }

    @Test
    void doNotRepeatWhatTheClientDidItself() throws IOException {
        one.command("a STORE 1 +FLAGS (\\Flagged)");
        one.command("b STORE 2 +FLAGS.SILENT (\\Flagged)");
        one.command("c FETCH 3 BODY[]");

        assertThat(one.command("d NOOP")).containsExactly("d OK NOOP completed");
    }

    @Test
    void tellOfAnothersFlagsInSpiteOfASilentStore() throws IOException {
        two.command("a STORE 1 +FLAGS (\\Answered)");
        List<String> lines = new ArrayList<>(one.command("b STORE 1 +FLAGS.SILENT (\\Flagged)"));
        lines.addAll(one.command("c NOOP"));

        assertThat(lines).contains("* 1 FETCH (FLAGS (\\Answered \\Flagged \\Recent))");
    }

    @Test
    void areHeardByEverySessionThroughAnyNumberOfChanges() throws Exception {
        List<Device> devices = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            devices.add(new Device(new Random(seed), server.login(ImapServer.ALICE)));
        }
        atTheSameTime(devices);
        for (Device device : devices) {
            device.compare();
        }
        one.command("x NOOP");
        two.command("x NOOP");

        assertThat(one.command("y FETCH 1:* (UID FLAGS)"))
                .usingElementComparator((a, b) -> a.replace("\\Recent ", "")
                        .replace("\\Recent", "")
                        .compareTo(b.replace("\\Recent ", "").replace("\\Recent", "")))
                .containsExactlyElementsOf(two.command("y FETCH 1:* (UID FLAGS)"));
        assertThat(server.events()).noneMatch(event -> event.startsWith("defect"));
    }

    private static void atTheSameTime(List<Device> devices) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(devices.size());
        try {
            for (Future<?> each : threads.invokeAll(devices)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Does this and that with the mailbox, and holds a model of it against what the server tells. */
    private static final class Device implements Callable<Void> {

        private final Random random;
        private final ImapClient client;
        private final ImapModel model;

        Device(Random random, ImapClient client) throws IOException {
            this.random = random;
            this.client = client;
            this.model = new ImapModel(client.command("s SELECT INBOX"));
        }

        @Override
        public Void call() throws IOException {
            for (int step = 0; step < 100; step++) {
                model.hear(client.command("t " + command()));
            }
            return null;
        }

        /** Compare the model with the mailbox, which nobody changes any more. */
        void compare() throws IOException {
            model.hear(client.command("u NOOP"));
            model.verify(client.command("v FETCH 1:* UID"));
            client.close();
        }

        private String command() {
            int size = model.size();
            int number = size == 0 ? 1 : 1 + random.nextInt(size);
            return switch (size == 0 ? 5 : random.nextInt(6)) {
                case 0 -> "STORE " + number + " +FLAGS (\\Deleted)";
                case 1 -> "STORE " + number + " -FLAGS.SILENT (\\Deleted)";
                case 2 -> random.nextInt(3) == 0 ? "EXPUNGE" : "NOOP";
                case 3 -> "COPY " + number + " INBOX";
                case 4 -> "FETCH " + number + " (UID FLAGS)";
                default -> "APPEND INBOX {" + MAIL.length() + "+}\r\n" + MAIL;
            };
        }
    }
}
