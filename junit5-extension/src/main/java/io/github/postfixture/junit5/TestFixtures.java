package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The servers of one test: its own, which are closed with its store, and those that it shares, at which it has its turn.
 */
@SuppressWarnings("deprecation")
final class TestFixtures implements Store.CloseableResource, AutoCloseable {

    private final Registrations registrations;
    private final FixtureGroup own = new FixtureGroup();
    private final Map<FixtureGroup, Integer> shared = new LinkedHashMap<>();
    private final Optional<ApplicationServers> application;
    private final Runnable endOfTurn;

    private TestFixtures(ExtensionContext test) {
        registrations = Registrations.visibleIn(test);
        application = ApplicationServers.of(test);
        endOfTurn = Places.ofRun(test, Turns.class, Turns::new).take(turns());
        registrations.all().stream()
                .filter(registration -> registration.scope() != Scope.TEST)
                .map(registration -> Places.group(registration, test))
                .forEach(group -> shared.put(group, group.timeline().events().size()));
    }

    /** Return the fixtures of the test that runs in this context. */
    static TestFixtures of(ExtensionContext test) {
        return test.getStore(Places.NAMESPACE)
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
        application.ifPresent(servers -> servers.begin(own, registrations));
    }

    FixtureGroup own() {
        return own;
    }

    /** Return the timeline of what happened here to the servers of this test, one for each kind of lifetime. */
    List<Timeline> timelines() {
        List<Timeline> timelines = new ArrayList<>();
        timelines.add(own.timeline());
        shared.forEach((group, before) -> timelines.add(group.timeline().after(before)));
        return timelines;
    }

    /** Return what may be worth a look, one line each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(own.problems());
        shared.keySet().forEach(group -> problems.addAll(group.problems()));
        return problems;
    }

    /** Return everything of this test that runs. */
    List<Fixture> running() {
        List<Fixture> running = new ArrayList<>(own.started());
        shared.keySet().forEach(group -> running.addAll(group.started()));
        return running;
    }

    private List<String> turns() {
        return Stream.concat(
                        registrations.all().stream()
                                .filter(Registration::outlivesTests)
                                .map(Registration::turn),
                        application.stream().map(ApplicationServers::turn))
                .toList();
    }

    @Override
    public void close() {
        try {
            own.close();
        } finally {
            endOfTurn.run();
        }
    }
}
