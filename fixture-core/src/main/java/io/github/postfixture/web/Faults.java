package io.github.postfixture.web;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults of a server that are still to come. */
final class Faults {

    private final Map<String, Queue<HttpFault>> next = new ConcurrentHashMap<>();
    private final Map<String, HttpFault> all = new ConcurrentHashMap<>();

    void addNext(String path, HttpFault fault) {
        next.computeIfAbsent(path, key -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    void setAll(String path, HttpFault fault) {
        all.put(path, fault);
    }

    void clear() {
        next.clear();
        all.clear();
    }

    Optional<HttpFault> take(String path) {
        if (next.isEmpty() && all.isEmpty()) {
            return Optional.empty();
        }
        Queue<HttpFault> queue = next.get(path);
        HttpFault fault = queue == null ? null : queue.poll();
        return Optional.ofNullable(fault == null ? all.get(path) : fault);
    }
}
