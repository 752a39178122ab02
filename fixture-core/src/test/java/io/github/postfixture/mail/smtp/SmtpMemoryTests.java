package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.octets.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmtpMemoryTests {

    private static final byte[] LINES =
            (".".repeat(2) + "x".repeat(996) + "\r\n").repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    private static final int COPIES = 100;
    private static final long SIZE = (long) (LINES.length - 1_000) * COPIES;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aMessageOf100MegabytesIsHeldOnce() throws IOException {
        long before = threads.getCurrentThreadAllocatedBytes();
        Octets message =
                new SmtpInput(stuffedMessage()).readMessage(Long.MAX_VALUE).octets();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(message.length()).isEqualTo(SIZE);
        assertThat(allocated).isBetween(SIZE, SIZE + SIZE / 20);
    }

    @Test
    void whatIsBeyondTheLimitIsNotHeld() throws IOException {
        long before = threads.getCurrentThreadAllocatedBytes();
        long size = new SmtpInput(stuffedMessage()).readMessage(1_000).size();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(size).isEqualTo(SIZE);
        assertThat(allocated).isLessThan(1 << 20);
    }

    @Test
    void aMessageThatIsBeingSentDoesNotBlockAnother() throws IOException {
        try (MailServer mail = MailServer.start();
                SmtpClientSocket slow = SmtpClientSocket.greeting(mail.smtp());
                SmtpClientSocket quick = SmtpClientSocket.greeting(mail.smtp())) {
            slow.say("MAIL FROM:<a@example.org>");
            slow.say("RCPT TO:<b@example.org>");
            slow.say("DATA");
            slow.send("Subject: slow\r\n" + "x".repeat(1 << 20));

            assertThat(quick.deliver("Subject: quick", "a@example.org", "b@example.org"))
                    .isEqualTo("250 2.0.0 Message accepted");
            assertThat(slow.say("\r\n.")).isEqualTo("250 2.0.0 Message accepted");
            assertThat(mail.awaitMails(2))
                    .extracting(received -> received.subject())
                    .containsExactly("quick", "slow");
        }
    }

    private static InputStream stuffedMessage() {
        List<InputStream> pieces = Stream.concat(
                        Stream.generate(() -> LINES).limit(COPIES),
                        Stream.of(".\r\n".getBytes(StandardCharsets.US_ASCII)))
                .<InputStream>map(ByteArrayInputStream::new)
                .toList();
        Enumeration<InputStream> inOrder = Collections.enumeration(pieces);
        return new SequenceInputStream(inOrder);
    }
}
