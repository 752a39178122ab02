package io.github.postfixture.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The stubs of a server, found by path and method. */
final class Stubs {

    private final Map<String, Map<String, Stub>> byPath = new ConcurrentHashMap<>();

    void put(Stub stub) {
        byPath.computeIfAbsent(stub.path(), path -> new ConcurrentSkipListMap<>())
                .put(stub.method(), stub);
    }

    Optional<Stub> find(Request request) {
        Map<String, Stub> stubs = at(request);
        return stubs == null ? Optional.empty() : Optional.ofNullable(find(stubs, request.method()));
    }

    private static @Nullable Stub find(Map<String, Stub> stubs, String method) {
        Stub stub = stubs.get(method);
        if (stub == null && method.equals("HEAD")) {
            stub = stubs.get("GET");
        }
        return stub == null ? stubs.get(Stub.ANY) : stub;
    }

    /** Return the methods that have a stub at the path of the request. */
    List<String> methods(Request request) {
        Map<String, Stub> stubs = at(request);
        return stubs == null ? List.of() : List.copyOf(stubs.keySet());
    }

    private @Nullable Map<String, Stub> at(Request request) {
        Map<String, Stub> stubs = byPath.get(request.rawPath());
        return stubs == null ? byPath.get(request.path()) : stubs;
    }

    List<String> describe() {
        return byPath.values().stream()
                .flatMap(stubs -> stubs.values().stream())
                .map(Stub::toString)
                .sorted()
                .toList();
    }
}
