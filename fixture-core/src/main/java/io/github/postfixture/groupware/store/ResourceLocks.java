package io.github.postfixture.groupware.store;

import io.github.postfixture.xml.XmlElement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The locks of a store, whose time runs by its clock. Safe for use by several threads. */
public final class ResourceLocks {

    private final Object guard;
    private final InstantSource clock;
    private final Map<String, ResourceLock> byToken = new LinkedHashMap<>();

    ResourceLocks(Object guard, InstantSource clock) {
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Lock something.
     *
     * @return the lock, or nothing if another stands against it
     */
    public Optional<ResourceLock> lock(
            ResourcePath path,
            boolean isDeep,
            boolean isExclusive,
            String principal,
            Optional<XmlElement> owner,
            Duration timeout) {
        synchronized (guard) {
            if (conflicting(path, isDeep, isExclusive).isPresent()) {
                return Optional.empty();
            }
            String token = "urn:uuid:" + UUID.randomUUID();
            ResourceLock lock = new ResourceLock(
                    token,
                    path,
                    isDeep,
                    isExclusive,
                    principal,
                    owner,
                    timeout,
                    clock.instant().plus(timeout));
            byToken.put(token, lock);
            return Optional.of(lock);
        }
    }

    /** Forget all locks. */
    void clear() {
        byToken.clear();
    }

    /** Return a lock that stands against another, if one does. */
    public Optional<ResourceLock> conflicting(ResourcePath path, boolean isDeep, boolean isExclusive) {
        return all(lock -> (isExclusive || lock.isExclusive())
                        && (lock.covers(path) || (isDeep && lock.path().isWithin(path))))
                .stream()
                .findFirst();
    }

    /** Return the locks by which something is locked. */
    public List<ResourceLock> covering(ResourcePath path) {
        return all(lock -> lock.covers(path));
    }

    /** Return the locks by which something is locked, or anything below it. */
    public List<ResourceLock> touching(ResourcePath path) {
        return all(lock -> lock.covers(path) || lock.path().isWithin(path));
    }

    /** Return the lock that a token stands for. */
    public Optional<ResourceLock> find(String token) {
        return all(lock -> lock.token().equals(token)).stream().findFirst();
    }

    /** Let a lock begin anew. */
    public ResourceLock refresh(ResourceLock lock, Duration timeout) {
        synchronized (guard) {
            ResourceLock longer = lock.until(clock.instant().plus(timeout), timeout);
            byToken.put(lock.token(), longer);
            return longer;
        }
    }

    /** Unlock. */
    public void unlock(ResourceLock lock) {
        synchronized (guard) {
            byToken.remove(lock.token());
        }
    }

    /** Forget the locks of what is no longer there. */
    void forget(ResourcePath path) {
        byToken.values().removeIf(lock -> lock.path().isWithin(path));
    }

    private List<ResourceLock> all(Predicate<ResourceLock> wanted) {
        synchronized (guard) {
            byToken.values().removeIf(lock -> !lock.expires().isAfter(clock.instant()));
            return byToken.values().stream().filter(wanted).toList();
        }
    }
}
