package io.github.postfixture.examples.benchmark;

import io.github.postfixture.mail.MailServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/**
 * Measures how long after an application has begun to send a mail the test goes on that waits for it. The application
 * begins at some moment within 200 ms, so that polling is met at any phase.
 */
final class Waits {

    private static final int ROUNDS = Integer.getInteger("waits", 100);
    private static final int WARM_UP = 20;
    private static final int LONGEST_PAUSE_MILLIS = 200;
    private static final int STEP_MILLIS = 37;

    private Waits() {}

    static void report() {
        Map<String, Consumer<MailServer>> waits = new LinkedHashMap<>();
        waits.put("Awaitility.await()", mail -> Awaitility.await().until(() -> hasMail(mail)));
        waits.put("mail.await()", mail -> mail.await().until(() -> hasMail(mail)));
        waits.put("mail.awaitMail()", MailServer::awaitMail);
        System.out.printf("%n%-30s %10s %12s%n", "from sending to going on (ms)", "median", "longest");
        for (Map.Entry<String, Consumer<MailServer>> wait : waits.entrySet()) {
            report(wait.getKey(), times(wait.getValue()));
        }
    }

    private static boolean hasMail(MailServer mail) {
        return !mail.receivedMails().isEmpty();
    }

    private static long[] times(Consumer<MailServer> wait) {
        long[] times = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            times[Math.max(round, 0)] = timeAfter((round + WARM_UP) * STEP_MILLIS % LONGEST_PAUSE_MILLIS, wait);
        }
        Arrays.sort(times);
        return times;
    }

    private static long timeAfter(int pauseMillis, Consumer<MailServer> wait) {
        try (MailServer mail = MailServer.start()) {
            int port = mail.smtp().port();
            CompletableFuture<Long> begun = CompletableFuture.supplyAsync(
                    () -> send(port), CompletableFuture.delayedExecutor(pauseMillis, TimeUnit.MILLISECONDS));
            wait.accept(mail);
            long ended = System.nanoTime();
            return ended - begun.join();
        }
    }

    private static long send(int port) {
        long begun = System.nanoTime();
        try {
            Client.sendMail(port);
            return begun;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(String name, long... times) {
        System.out.printf(
                Locale.ROOT,
                "%-30s %10.3f %12.3f%n",
                name,
                times[times.length / 2] / 1e6,
                times[times.length - 1] / 1e6);
    }
}
