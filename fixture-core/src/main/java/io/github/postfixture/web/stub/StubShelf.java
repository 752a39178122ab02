package io.github.postfixture.web.stub;

import io.github.postfixture.web.request.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The stubs of one path: those of a method come before those of any. */
final class StubShelf {

    private final Map<String, StubIndex> byMethod = new ConcurrentSkipListMap<>();

    Optional<Stub> put(Stub stub) {
        return byMethod.computeIfAbsent(stub.method(), method -> new StubIndex())
                .put(stub);
    }

    boolean isEmpty() {
        return byMethod.isEmpty();
    }

    @Nullable
    Stub find(Request request) {
        if (byMethod.isEmpty()) {
            return null;
        }
        Stub stub = find(request.method(), request);
        if (stub == null && request.method().equals("HEAD")) {
            stub = find("GET", request);
        }
        return stub == null ? find(Stub.ANY, request) : stub;
    }

    private @Nullable Stub find(String method, Request request) {
        StubIndex stubs = byMethod.get(method);
        return stubs == null ? null : stubs.find(request);
    }
}
