package io.github.postfixture.examples.newsletter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who wants the newsletter, and to whom it cannot be sent. Safe for use by several threads. */
public final class Subscribers {

    private static final int MOST_SOFT_BOUNCES = 3;

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, Integer> softBounces = new LinkedHashMap<>();

    public synchronized void add(String address) {
        tokens.put(address, UUID.randomUUID().toString());
    }

    public synchronized List<String> addresses() {
        return List.copyOf(tokens.keySet());
    }

    synchronized String token(String address) {
        return tokens.getOrDefault(address, "");
    }

    /** Remove whoever has this token, and return whether somebody has. */
    synchronized boolean unsubscribe(String token) {
        Optional<String> address = tokens.entrySet().stream()
                .filter(entry -> entry.getValue().equals(token))
                .map(Map.Entry::getKey)
                .findFirst();
        address.ifPresent(tokens::remove);
        return address.isPresent();
    }

    /** Write to that address no more. */
    synchronized void suppress(String address) {
        tokens.remove(address);
    }

    /** Take note that a mail did not reach that address for now; the third time is one too many. */
    synchronized void bouncedSoftly(String address) {
        if (softBounces.merge(address, 1, Integer::sum) >= MOST_SOFT_BOUNCES) {
            suppress(address);
        }
    }
}
