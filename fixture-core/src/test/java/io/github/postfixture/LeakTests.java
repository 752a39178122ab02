package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a fixture leaves behind: nothing. */
@Isolated
class LeakTests {

    private static final int FIXTURES = 1_000;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @Test
    void aThousandFixturesLeaveNoThreadAndNoSocket() throws IOException {
        useOne();
        int threads = Thread.activeCount();
        long sockets = openSockets();
        for (int i = 0; i < FIXTURES; i++) {
            useOne();
        }

        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 20);
        assertThat(openSockets()).isLessThanOrEqualTo(sockets + 20);
    }

    @Test
    void everyThreadOfOursLetsTheJvmEnd() throws IOException {
        useOne();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("postfixture"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void aClosedFixtureIsGarbageCollected() throws IOException, InterruptedException {
        ReferenceQueue<Fixture> collected = new ReferenceQueue<>();
        List<PhantomReference<Fixture>> references = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            references.add(new PhantomReference<>(useOne(), collected));
        }

        int count = 0;
        for (int attempt = 0; attempt < 50 && count < references.size(); attempt++) {
            System.gc();
            while (collected.remove(100) != null) {
                count++;
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(references.size() - 1);
    }

    private static Fixture useOne() throws IOException {
        try (Postfixture host = Postfixture.start()) {
            host.web().serve("/", Response.html("<h1>Hello</h1>"));
            bindAll(host.mail());
            try (SmtpClientSocket client = SmtpClientSocket.greeting(host.mail().smtp())) {
                client.deliver("Subject: x", "a@example.org", "b@example.org");
                client.say("QUIT");
            }
            Page.open(host.web().uri("/"));
            return host;
        }
    }

    private static void bindAll(MailServer mail) {
        for (MailProtocol protocol : MailProtocol.values()) {
            mail.endpoint(protocol);
        }
    }

    private static long openSockets() throws IOException {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(LeakTests::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }
}
