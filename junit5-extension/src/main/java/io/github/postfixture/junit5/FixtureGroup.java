package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.Failure;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Servers that last equally long and tell one timeline; each starts when it is first asked for. */
@SuppressWarnings("deprecation")
final class FixtureGroup implements Store.CloseableResource, AutoCloseable {

    private static final String DEFAULT = "default";

    private final Timeline timeline = new Timeline();
    private final Map<Object, Fixture> started = new LinkedHashMap<>();
    private final List<Fixture> alone = new ArrayList<>();
    private int told;
    private boolean verified;

    Timeline timeline() {
        return timeline;
    }

    /** Return the server, which starts now if it has not yet. */
    synchronized Fixture server(Registration registration, Supplier<Optional<Reservation>> place) {
        Object key = List.of(registration.kind(), registration.identity());
        Fixture running = started.get(key);
        return running == null ? start(key, registration, place.get()) : running;
    }

    private Fixture start(Object key, Registration registration, Optional<Reservation> place) {
        Fixture server = start(key, registration.plan(), place);
        if (place.isEmpty() && registration.scope() != Scope.JVM) {
            alone.add(server);
        }
        return server;
    }

    /** Return the host of two servers; what it lacks is a default one. */
    synchronized Postfixture host(Optional<Fixture> mail, Optional<Fixture> web) {
        Fixture mailServer = mail.orElseGet(() -> ordinary(Kind.MAIL, MailServerExtension.plan(MailServer.builder())));
        Fixture webServer = web.orElseGet(() -> ordinary(Kind.WEB, WebServerExtension.plan(WebServer.builder())));
        return Postfixture.of((MailServer) mailServer, (WebServer) webServer);
    }

    private Fixture ordinary(Kind kind, Plan plan) {
        Object key = List.of(kind, DEFAULT);
        Fixture running = started.get(key);
        return running == null ? start(key, plan, Optional.empty()) : running;
    }

    private Fixture start(Object key, Plan plan, Optional<Reservation> place) {
        Fixture server = plan.start(timeline, place);
        started.put(key, server);
        return server;
    }

    synchronized List<Fixture> started() {
        return List.copyOf(started.values());
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
        return alone().stream()
                .flatMap(server -> server.leftOpen(patience).stream())
                .toList();
    }

    private synchronized List<Fixture> alone() {
        return List.copyOf(alone);
    }

    @Override
    public void close() {
        started().forEach(Fixture::close);
    }
}
