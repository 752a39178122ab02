package io.github.postfixture.junit5;

import io.github.postfixture.Postfixture;
import io.github.postfixture.PostfixtureBuilder;
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
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ApplicationServers implements AutoCloseable {

    /**
     * A test class is all that a framework, which makes the application, and JUnit, which asks for its servers, both know;
     * neither hands anything to the other. An entry goes with its class.
     */
    private static final Map<Class<?>, Function<ExtensionContext, Optional<ApplicationServers>>> FINDERS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<HostPart, Reservation> places = new ConcurrentHashMap<>();
    private final Map<HostPart, Postfixture> answering = new ConcurrentHashMap<>();
    private final AtomicBoolean starting = new AtomicBoolean(true);

    private ApplicationServers() {}

    /** Start the servers that answer while the application starts. */
    public static ApplicationServers start(ServerDescription description) {
        ApplicationServers servers = new ApplicationServers();
        PostfixtureBuilder builder = Postfixture.builder();
        description
                .parts()
                .forEach((part, configuration) -> configuration.apply(builder, Optional.of(servers.place(part))));
        Postfixture host = builder.start();
        description.parts().keySet().forEach(part -> servers.answering.put(part, host));
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
        return answering(HostPart.MAIL).mail();
    }

    /** Return the web server that answers now. */
    public WebServer web() {
        return answering(HostPart.WEB).web();
    }

    private Postfixture answering(HostPart part) {
        return Optional.ofNullable(answering.get(part)).orElseThrow();
    }

    /**
     * Let the servers of a test answer from now on; what came while the application started goes on its timeline.
     *
     * @param ports gives the reserved ports of servers that the application does not know
     */
    void begin(
            FixtureGroup test, Registrations registrations, Function<PartRegistration, Optional<Reservation>> ports) {
        if (starting.getAndSet(false)) {
            answering.forEach((part, host) -> end(part, host, test.timeline()));
        }
        List<PartRegistration> known = HostPart.all()
                .flatMap(part -> known(part, registrations).stream())
                .toList();
        for (Registration host : registrations.all()) {
            host.parts().stream().filter(known::contains).forEach(part -> {
                Postfixture running =
                        test.host(host, any -> known.contains(any) ? Optional.of(place(any.part())) : ports.apply(any));
                part.part().of(running);
                answering.put(part.part(), running);
            });
        }
    }

    /** Return the server that the application knows: the nameless one of this kind, or the only one. */
    private static Optional<PartRegistration> known(HostPart part, Registrations registrations) {
        return registrations
                .find(part, "")
                .flatMap(host -> host.find(part))
                .filter(known -> known.lifetime().scope() == Scope.TEST);
    }

    private Reservation place(HostPart part) {
        return places.computeIfAbsent(part, unused -> Reservation.open());
    }

    private static void end(HostPart part, Postfixture host, Timeline test) {
        host.close();
        part.arrivals(host).forEach(arrival -> test.append("application", "before its first test: " + arrival));
    }

    /** Return what the tests of the application lock. */
    String lock() {
        return "application " + System.identityHashCode(this);
    }

    /** Free the ports. */
    @Override
    public void close() {
        answering.values().forEach(Postfixture::close);
        places.values().forEach(Reservation::close);
    }
}
