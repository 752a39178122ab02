package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The addresses that an application learns when it starts, and the servers that answer there: one of a kind while it
 * starts, then one for each test. Its tests take turns. Safe for use by several threads.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ApplicationServers implements AutoCloseable {

    private static final Map<Class<?>, Function<ExtensionContext, Optional<ApplicationServers>>> FINDERS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<Kind, Reservation> places = Map.of(Kind.MAIL, Reservation.open(), Kind.WEB, Reservation.open());
    private final Map<Kind, Fixture> answering = new ConcurrentHashMap<>();
    private final AtomicBoolean starting = new AtomicBoolean(true);

    private ApplicationServers() {}

    /** Start the servers that answer while the application starts. */
    public static ApplicationServers start(ServerDescription description) {
        ApplicationServers servers = new ApplicationServers();
        Timeline timeline = new Timeline();
        description
                .plans()
                .forEach((kind, plan) ->
                        servers.answering.put(kind, plan.start(timeline, Optional.of(servers.place(kind)))));
        return servers;
    }

    /** Take note of how to find the servers for the tests of a class. */
    public static void find(Class<?> testClass, Function<ExtensionContext, Optional<ApplicationServers>> finder) {
        FINDERS.put(testClass, finder);
    }

    /** Return the servers of the application that a test is about; nothing if it knows of none. */
    static Optional<ApplicationServers> of(ExtensionContext test) {
        return Optional.ofNullable(FINDERS.get(test.getRequiredTestClass())).flatMap(finder -> finder.apply(test));
    }

    /** Return the mail server that answers now. */
    public MailServer mail() {
        return (MailServer) answering(Kind.MAIL);
    }

    /** Return the web server that answers now. */
    public WebServer web() {
        return (WebServer) answering(Kind.WEB);
    }

    private Fixture answering(Kind kind) {
        return Optional.ofNullable(answering.get(kind)).orElseThrow();
    }

    /** Let the servers of a test answer from now on; what came while the application started goes on its timeline. */
    void begin(FixtureGroup test, Registrations registrations) {
        if (starting.getAndSet(false)) {
            answering.values().forEach(server -> end(server, test.timeline()));
        }
        for (Kind kind : Kind.values()) {
            registrations
                    .find(kind, "")
                    .filter(known -> known.scope() == Scope.TEST)
                    .ifPresent(known -> answering.put(kind, test.server(known, () -> Optional.of(place(kind)))));
        }
    }

    private Reservation place(Kind kind) {
        return Optional.ofNullable(places.get(kind)).orElseThrow();
    }

    private static void end(Fixture server, Timeline test) {
        server.close();
        arrivals(server).forEach(arrival -> test.append("application", "before its first test: " + arrival));
    }

    private static List<?> arrivals(Fixture server) {
        return server instanceof MailServer mail ? mail.receivedMails() : ((WebServer) server).exchanges();
    }

    /** Return whose turn it is that the tests of the application take. */
    String turn() {
        return "application " + System.identityHashCode(this);
    }

    /** Free the ports. */
    @Override
    public void close() {
        answering.values().forEach(Fixture::close);
        places.values().forEach(Reservation::close);
    }
}
