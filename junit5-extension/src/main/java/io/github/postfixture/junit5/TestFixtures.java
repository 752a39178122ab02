package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.timeline.ApplicationProblem;
import io.github.postfixture.timeline.Failure;
import io.github.postfixture.timeline.OutgoingConnection;
import io.github.postfixture.timeline.Subject;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The servers of one test: its own, which are closed with its store, and those that it shares, which it has locked.
 */
@SuppressWarnings("deprecation")
final class TestFixtures implements Store.CloseableResource, AutoCloseable {

    private final ExtensionContext test;
    private final Registrations registrations;
    private final FixtureGroup own = new FixtureGroup();
    private final List<FixtureGroup> shared;
    private final Optional<ApplicationServers> application;
    private final Runnable unlock;

    private TestFixtures(ExtensionContext test) {
        this.test = test;
        registrations = Registrations.visibleIn(test);
        application = ApplicationServers.of(test);
        shared = registrations.all().stream()
                .filter(registration -> registration.scope() != Scope.TEST)
                .map(registration -> ScopeStores.group(registration, test))
                .distinct()
                .toList();
        unlock = ScopeStores.ofRun(test, ServerLocks.class, ServerLocks::new).lock(locks());
    }

    /** Return the fixtures of the test that runs in this context. */
    static TestFixtures of(ExtensionContext test) {
        return test.getStore(ScopeStores.NAMESPACE)
                .getOrComputeIfAbsent(
                        List.of(TestFixtures.class, test.getUniqueId()),
                        key -> new TestFixtures(test),
                        TestFixtures.class);
    }

    Registrations registrations() {
        return registrations;
    }

    /** Let the servers answer where an application expects them, whether the test asks for them or not. */
    void begin() {
        application.ifPresent(servers -> servers.begin(own, registrations, part -> ScopeStores.ports(part, test)));
    }

    /** Let the servers know for which test they are there. */
    void tellBegin(Subject test) {
        own.timeline().isAbout(Optional.of(test));
        shared.forEach(group -> group.timeline().isAbout(Optional.of(test)));
    }

    /** Write to the timeline of this test, which is that of servers that others share if it has none of its own, what went wrong. */
    void tellProblem(String words) {
        timelineOfThis().append("app", new ApplicationProblem(words));
    }

    /** Take note there of a connection to elsewhere, which is no event: a test may have a database, and waits for mail. */
    void tellConnection(OutgoingConnection connection) {
        timelineOfThis().note("app", connection);
    }

    private Timeline timelineOfThis() {
        boolean alone = registrations.all().stream().anyMatch(registration -> registration.scope() == Scope.TEST);
        return alone || shared.isEmpty() ? own.timeline() : shared.get(0).timeline();
    }

    /** Let the servers that others share know that the test is over. */
    void tellEnd() {
        shared.forEach(group -> group.timeline().isAbout(Optional.empty()));
    }

    FixtureGroup own() {
        return own;
    }

    /** Return what has happened so far at the servers of this test, its own and those that it shares. */
    Timeline timeline() {
        return shared.isEmpty()
                ? own.timeline()
                : own.timeline().with(shared.stream().map(FixtureGroup::turn).toList());
    }

    /** Return what went wrong although the test may not have seen it, the first time this is asked. */
    Optional<AssertionError> verify() {
        List<Failure> failures = shared.stream()
                .flatMap(group -> group.turn().failures().stream())
                .toList();
        return own.verify().or(() -> failures.isEmpty() ? Optional.empty() : Optional.of(inWords(failures)));
    }

    private static AssertionError inWords(List<Failure> failures) {
        AssertionError error = new AssertionError(failures.stream()
                .map(Failure::toString)
                .collect(Collectors.joining(
                        "\n  ", "Expected no failure at the servers that this test shares, but:\n  ", "")));
        failures.forEach(failure -> error.addSuppressed(failure.cause()));
        return error;
    }

    /** Return what may be worth a look, one line each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(own.problems());
        problems.addAll(own.leftOpen(Duration.ZERO));
        shared.forEach(group -> problems.addAll(group.problems()));
        return problems;
    }

    /** Return everything of this test that runs. */
    List<Fixture> running() {
        List<Fixture> running = new ArrayList<>(own.started());
        shared.forEach(group -> running.addAll(group.started()));
        return running;
    }

    private List<String> locks() {
        return Stream.concat(
                        registrations
                                .parts()
                                .filter(part -> part.lifetime().outlivesTests())
                                .map(PartRegistration::lock),
                        application.stream().map(ApplicationServers::lock))
                .toList();
    }

    @Override
    public void close() {
        try {
            own.close();
        } finally {
            shared.forEach(FixtureGroup::endTurn);
            unlock.run();
        }
    }
}
