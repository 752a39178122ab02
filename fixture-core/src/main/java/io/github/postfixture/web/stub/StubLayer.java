package io.github.postfixture.web.stub;

import io.github.postfixture.web.request.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The stubs of one priority, found by path, method and what else they ask for. */
final class StubLayer {

    private final Map<String, StubShelf> byPath = new ConcurrentHashMap<>();
    private final StubTree byTemplate = new StubTree();

    /** Take in a stub, and return the one that asked for the same and goes. */
    Optional<Stub> put(Stub stub) {
        StubShelf shelf = stub.path().isLiteral()
                ? byPath.computeIfAbsent(stub.path().toString(), path -> new StubShelf())
                : byTemplate.shelf(stub.path());
        return shelf.put(stub);
    }

    @Nullable
    Stub find(Request request) {
        Stub stub = find(byPath.get(request.rawPath()), request);
        if (stub == null && request.rawPath().indexOf('%') >= 0) {
            stub = find(byPath.get(request.path()), request);
        }
        return stub == null ? byTemplate.find(request) : stub;
    }

    private static @Nullable Stub find(@Nullable StubShelf shelf, Request request) {
        return shelf == null ? null : shelf.find(request);
    }
}
