package io.github.postfixture.web.stub;

import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The stubs of one method and path. A request meets few of them: each stub lies under one value that its criteria
 * compare, the rarest when it came, so that thousands that differ in one value need no scan.
 */
final class StubIndex {

    private final Map<Set<RequestCriteria>, Stub> all = new HashMap<>();
    private final Map<Stub, List<Stub>> places = new HashMap<>();
    private final List<Stub> unkeyed = new CopyOnWriteArrayList<>();
    private final Map<String, Facet> facets = new ConcurrentHashMap<>();

    /** Take in a stub, and return the one that had the same criteria and goes. */
    synchronized Optional<Stub> put(Stub stub) {
        Stub replaced = all.put(stub.criteria(), stub);
        List<Stub> place = replaced == null ? rarest(stub) : places.remove(replaced);
        if (place != null) {
            place.add(stub);
            place.remove(replaced);
            places.put(stub, place);
        }
        return Optional.ofNullable(replaced);
    }

    private List<Stub> rarest(Stub stub) {
        List<Stub> rarest = unkeyed;
        for (RequestCriteria criteria : stub.criteria()) {
            List<Stub> place = criteria.key().map(this::place).orElse(unkeyed);
            if (rarest == unkeyed || (place != unkeyed && place.size() < rarest.size())) {
                rarest = place;
            }
        }
        return rarest;
    }

    private List<Stub> place(RequestCriteria.Key key) {
        return facets.computeIfAbsent(key.facet(), name -> new Facet(key, new ConcurrentHashMap<>()))
                .byValue
                .computeIfAbsent(key.value(), value -> new CopyOnWriteArrayList<>());
    }

    /** Return the stub with the most criteria of those that the request meets; of these the latest. */
    @Nullable
    Stub find(Request request) {
        Stub best = better(null, unkeyed, request);
        for (Facet facet : facets.values()) {
            for (String value : facet.key.values().apply(request)) {
                best = better(best, facet.byValue.getOrDefault(value, List.of()), request);
            }
        }
        return best;
    }

    private static @Nullable Stub better(@Nullable Stub best, List<Stub> candidates, Request request) {
        Stub better = best;
        for (Stub stub : candidates) {
            if (stub.goesBefore(better) && stub.accepts(request)) {
                better = stub;
            }
        }
        return better;
    }

    private record Facet(RequestCriteria.Key key, Map<String, List<Stub>> byValue) {}
}
