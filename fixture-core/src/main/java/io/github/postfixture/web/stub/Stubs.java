package io.github.postfixture.web.stub;

import io.github.postfixture.web.request.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The stubs of a server, found by priority, path, method and what else they ask for.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class Stubs {

    private final AtomicLong numbers = new AtomicLong();
    private final Set<Stub> all = ConcurrentHashMap.newKeySet();
    private final Map<Integer, StubLayer> byPriority = new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    void put(Stub stub) {
        StubLayer layer = byPriority.computeIfAbsent(stub.priority(), priority -> new StubLayer());
        all.add(stub);
        layer.put(stub).ifPresent(all::remove);
    }

    /** Return the stub for a request, from the layer with the highest priority that has one. */
    public Optional<Stub> find(Request request) {
        for (StubLayer layer : byPriority.values()) {
            Stub stub = layer.find(request);
            if (stub != null) {
                return Optional.of(stub);
            }
        }
        return Optional.empty();
    }

    /** Forget all stubs. */
    public void clear() {
        byPriority.clear();
        all.clear();
    }

    /** Return all stubs, in no order. */
    public Stream<Stub> all() {
        return all.stream();
    }

    /** Return the methods that have a stub at the path of the request, if it has another one. */
    public List<String> otherMethods(Request request) {
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
