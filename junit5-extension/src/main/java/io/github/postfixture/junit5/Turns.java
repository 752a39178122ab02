package io.github.postfixture.junit5;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Lets tests that share a server take turns. JUnit's own resource locks cannot depend on the attributes of an annotation
 * before 5.12; these work everywhere. Safe for use by several threads.
 */
final class Turns {

    private static final long LONGEST_WAIT_MINUTES = 30;

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * Wait until nobody else has a turn at one of these, and return what ends the turn, on the same thread.
     *
     * @throws ExtensionConfigurationException if this thread has a turn already, which it would wait for forever
     */
    Runnable take(Collection<String> servers) {
        Runnable end = () -> {};
        for (String server : servers.stream().distinct().sorted().toList()) {
            end = taken(server, end);
        }
        return end;
    }

    private Runnable taken(String server, Runnable endOfOthers) {
        ReentrantLock lock = locks.computeIfAbsent(server, name -> new ReentrantLock(true));
        if (lock.isHeldByCurrentThread()) {
            endOfOthers.run();
            throw Misuse.testWithinATest(server);
        }
        try {
            if (!lock.tryLock(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES)) {
                endOfOthers.run();
                throw new IllegalStateException("Waited " + LONGEST_WAIT_MINUTES + " minutes for the shared " + server
                        + ", which another test uses");
            }
        } catch (InterruptedException e) {
            endOfOthers.run();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the shared " + server, e);
        }
        return () -> {
            lock.unlock();
            endOfOthers.run();
        };
    }
}
