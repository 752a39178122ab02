package io.github.postfixture.mail.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.MailServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two clients of one mailbox end with the same, and with everything that must survive, whatever they do and whatever goes
 * wrong meanwhile. {@code -Dpostfixture.edits=20x300} tries 20 seeds of 300 edits instead of a sample.
 */
class TwoClientsTests {

    private static final String[] SIZE =
            System.getProperty("postfixture.edits", "3x60").split("x", -1);
    private static final int EDITS = Integer.parseInt(SIZE[1]);

    @TempDir
    private Path disk;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.parseLong(SIZE[0]));
    }

    /** Folders side by side, in directories within directories, and in directories that are no folders themselves. */
    static Stream<Arguments> seedsOnDovecot() {
        return Stream.of("maildir:~/mail", "maildir:~/mail:LAYOUT=fs", "sdbox:~/mail")
                .flatMap(location -> seeds().mapToObj(seed -> Arguments.of(location, seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(600)
    void loseNothingOnThisServer(long seed) throws Exception {
        try (MailServer server =
                MailServer.builder().account("alice@example.org", "secret").start()) {
            check(seed, server.imap(), server, Set.of());
        }
    }

    @Tag("real-client")
    @ParameterizedTest
    @MethodSource("seedsOnDovecot")
    @Timeout(600)
    void loseNothingOnDovecot(String location, long seed) throws Exception {
        try (Dovecot dovecot = Dovecot.start(disk, location);
                MailServer smtp = MailServer.builder()
                        .account("alice@example.org", "secret")
                        .start()) {
            Set<String> impossible = location.contains("LAYOUT=fs") ? Set.of("new", "Work/cur") : Set.of();
            check(seed, dovecot.imap(), smtp, impossible);
        }
    }

    private void check(long seed, Endpoint imap, MailServer smtp, Set<String> impossible) throws Exception {
        Path clients = Files.createDirectory(disk.resolve("clients"));
        try (RandomEdits edits = new RandomEdits(seed, "alice@example.org", imap, smtp, clients, impossible)) {
            edits.run(EDITS);

            assertThat(edits.wrong())
                    .as("seed %s after %s:%n%s", seed, edits.counts(), String.join("\n", edits.log()))
                    .isEmpty();
        }
    }
}
