package io.github.postfixture.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stubs of a server, found by path, method and what else they ask for. */
final class Stubs {

    private final AtomicLong numbers = new AtomicLong();
    private final Set<Stub> all = ConcurrentHashMap.newKeySet();
    private final Map<String, StubShelf> byPath = new ConcurrentHashMap<>();
    private final StubTree byTemplate = new StubTree();

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    void put(Stub stub) {
        StubShelf shelf = stub.path().isLiteral()
                ? byPath.computeIfAbsent(stub.path().toString(), path -> new StubShelf())
                : byTemplate.shelf(stub.path());
        all.add(stub);
        shelf.put(stub).ifPresent(all::remove);
    }

    Optional<Stub> find(Request request) {
        Stub stub = find(byPath.get(request.rawPath()), request);
        if (stub == null && request.rawPath().indexOf('%') >= 0) {
            stub = find(byPath.get(request.path()), request);
        }
        return Optional.ofNullable(stub == null ? byTemplate.find(request) : stub);
    }

    private static @Nullable Stub find(@Nullable StubShelf shelf, Request request) {
        return shelf == null ? null : shelf.find(request);
    }

    /** Return all stubs, in no order. */
    Stream<Stub> all() {
        return all.stream();
    }

    /** Return the methods that have a stub at the path of the request, if it has another one. */
    List<String> otherMethods(Request request) {
        Set<String> methods = new TreeSet<>();
        for (Stub stub : all) {
            if (stub.path().match(request).isPresent()) {
                if (stub.answersMethod(request.method())) {
                    return List.of();
                }
                methods.add(stub.method());
            }
        }
        return List.copyOf(methods);
    }
}
