package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.Postfixture;
import io.github.postfixture.PostfixtureBuilder;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The host that registrations describe. A part starts when it is first asked for, as it has been described by then; until
 * then another test that shares the host may describe a part that this one does not know of. Safe for use by several
 * threads.
 */
final class RegisteredHost implements AutoCloseable {

    private final String name;
    private final Scope scope;
    private final Postfixture host;
    private final Map<HostPart, PartRegistration> described = new ConcurrentHashMap<>();
    private final Map<HostPart, Reservation> reserved = new ConcurrentHashMap<>();

    RegisteredHost(String name, Scope scope, Timeline timeline) {
        this.name = name;
        this.scope = scope;
        host = Postfixture.onDemand(timeline, this::description);
    }

    /** Return whether this is the host of a registration: nothing that it says of a part differs. */
    boolean isFor(Registration registration) {
        return name.equals(registration.name()) && registration.parts().stream().allMatch(this::agreesWith);
    }

    private boolean agreesWith(PartRegistration registration) {
        return Optional.ofNullable(described.get(registration.part()))
                .map(known -> known.identity().equals(registration.identity()))
                .orElseGet(() -> !registration.part().isStarted(host));
    }

    /** Return the host, which is described by this registration too. */
    Postfixture with(Registration registration, Function<PartRegistration, Optional<Reservation>> ports) {
        registration.parts().forEach(part -> describe(part, ports));
        return host;
    }

    private void describe(PartRegistration registration, Function<PartRegistration, Optional<Reservation>> ports) {
        described.computeIfAbsent(registration.part(), part -> {
            ports.apply(registration).ifPresent(place -> reserved.put(part, place));
            return registration;
        });
    }

    private PostfixtureBuilder description() {
        PostfixtureBuilder builder = Postfixture.builder();
        described.forEach((part, registration) ->
                registration.configuration().apply(builder, Optional.ofNullable(reserved.get(part))));
        return builder;
    }

    List<Fixture> started() {
        return host.started();
    }

    /** Return the connections that are left open to servers whose ports end with them, one line each. */
    List<String> leftOpen(Duration patience) {
        return HostPart.all()
                .filter(part -> part.isStarted(host) && hasPortsOfItsOwn(part))
                .flatMap(part -> part.of(host).leftOpen(patience).stream())
                .toList();
    }

    private boolean hasPortsOfItsOwn(HostPart part) {
        return scope != Scope.JVM && !reserved.containsKey(part);
    }

    @Override
    public void close() {
        host.close();
    }
}
