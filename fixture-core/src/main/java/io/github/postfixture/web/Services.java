package io.github.postfixture.web;

import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The services of a server. Safe for use by several threads. */
final class Services implements AutoCloseable {

    private final List<Mounted> mounted = new CopyOnWriteArrayList<>();

    /**
     * A service that is mounted.
     *
     * @param point where
     */
    private record Mounted(MountPoint point, Service service) {}

    void mount(MountPoint point, Service service) {
        mounted.add(new Mounted(point, service));
    }

    boolean isEmpty() {
        return mounted.isEmpty();
    }

    /** Return the service that answers a request, below the longest path; of several, the one that was mounted last. */
    Optional<Service> find(Request request) {
        String name = request.host();
        boolean isHost = mounted.stream().anyMatch(each -> each.point().isFor(name));
        return mounted.stream()
                .filter(each -> each.point().isFor(isHost ? name : ""))
                .filter(each -> each.point().contains(request.path()))
                .reduce((one, other) -> length(other) >= length(one) ? other : one)
                .map(Mounted::service);
    }

    private static int length(Mounted service) {
        return service.point().prefix().length();
    }

    List<String> describe() {
        return mounted.stream()
                .map(each -> "any " + each.point() + " by the service "
                        + each.service().name())
                .toList();
    }

    /** Return what the services object to, one line each. */
    Stream<String> problems() {
        return services().flatMap(service -> service.problems().stream().map(line -> service.name() + ": " + line));
    }

    private Stream<Service> services() {
        return mounted.stream().map(Mounted::service).distinct();
    }

    @Override
    public void close() {
        services().forEach(Service::close);
    }
}
