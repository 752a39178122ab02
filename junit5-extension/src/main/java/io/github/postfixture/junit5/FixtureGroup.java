package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.Postfixture;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.Failure;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Hosts that last equally long and tell one timeline; each of their servers starts when it is first asked for. */
@SuppressWarnings("deprecation")
final class FixtureGroup implements Store.CloseableResource, AutoCloseable {

    private final Timeline timeline = new Timeline();
    private final List<RegisteredHost> hosts = new ArrayList<>();
    private int told;
    private boolean verified;

    Timeline timeline() {
        return timeline;
    }

    /**
     * Return a host.
     *
     * @param ports gives the reserved ports of a part, if it has some
     */
    synchronized Postfixture host(Registration registration, Function<PartRegistration, Optional<Reservation>> ports) {
        return hosts.stream()
                .filter(host -> host.isFor(registration))
                .findFirst()
                .orElseGet(() -> added(registration))
                .with(registration, ports);
    }

    private RegisteredHost added(Registration registration) {
        RegisteredHost host = new RegisteredHost(registration.name(), registration.scope(), timeline);
        hosts.add(host);
        return host;
    }

    private synchronized List<RegisteredHost> hosts() {
        return List.copyOf(hosts);
    }

    List<Fixture> started() {
        return hosts().stream().flatMap(host -> host.started().stream()).toList();
    }

    /** Return what has happened since the turn of the last test ended, or since the beginning. */
    synchronized Timeline turn() {
        return timeline.after(told);
    }

    /** End the turn of a test. */
    synchronized void endTurn() {
        told = timeline.events().size();
    }

    /** Return what is wrong at a server although no test may have seen it, the first time this is asked. */
    Optional<AssertionError> verify() {
        List<Fixture> unverified = unverified();
        int last = lastTold();
        try {
            unverified.forEach(server -> server.verifySince(last));
            return Optional.empty();
        } catch (AssertionError problem) {
            return Optional.of(problem);
        }
    }

    private synchronized int lastTold() {
        return told;
    }

    private synchronized List<Fixture> unverified() {
        List<Fixture> servers = verified ? List.of() : started();
        verified = true;
        return servers;
    }

    /** Return what may be worth a look, one line each. */
    List<String> problems() {
        return started().stream().flatMap(server -> server.problems().stream()).toList();
    }

    /** Return the same without the failures that the tests have been told in whose turns they happened. */
    List<String> untoldProblems() {
        List<String> problems = new ArrayList<>(problems());
        problems.removeAll(toldFailures());
        return problems;
    }

    private synchronized List<String> toldFailures() {
        return timeline.failuresUntil(told).stream().map(Failure::toString).toList();
    }

    /**
     * Return the connections that are left open to servers whose ports end with them, one line each. An application that
     * goes on with the next server at the same ports may keep its own, and so may one that lives as long as the run.
     */
    List<String> leftOpen(Duration patience) {
        return hosts().stream()
                .flatMap(host -> host.leftOpen(patience).stream())
                .toList();
    }

    @Override
    public void close() {
        hosts().forEach(RegisteredHost::close);
    }
}
