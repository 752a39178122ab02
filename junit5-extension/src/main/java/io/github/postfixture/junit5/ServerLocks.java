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
final class ServerLocks {

    private static final long LONGEST_WAIT_MINUTES = 30;

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * Wait until nobody else has locked one of these, lock them, and return what unlocks them, on the same thread.
     *
     * @throws ExtensionConfigurationException if this thread has locked one already, which it would wait for forever
     */
    Runnable lock(Collection<String> servers) {
        Runnable unlock = () -> {};
        for (String server : servers.stream().distinct().sorted().toList()) {
            unlock = locked(server, unlock);
        }
        return unlock;
    }

    private Runnable locked(String server, Runnable unlockOthers) {
        ReentrantLock lock = locks.computeIfAbsent(server, name -> new ReentrantLock(true));
        if (lock.isHeldByCurrentThread()) {
            unlockOthers.run();
            throw ConfigurationErrors.testWithinATest(server);
        }
        try {
            if (!lock.tryLock(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES)) {
                unlockOthers.run();
                throw new IllegalStateException("Waited " + LONGEST_WAIT_MINUTES + " minutes for the shared " + server
                        + ", which another test uses");
            }
        } catch (InterruptedException e) {
            unlockOthers.run();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the shared " + server, e);
        }
        return () -> {
            lock.unlock();
            unlockOthers.run();
        };
    }
}
