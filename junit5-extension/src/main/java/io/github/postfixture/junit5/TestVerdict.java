package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.classpath.Clash;
import io.github.postfixture.explanation.CallerFrames;
import io.github.postfixture.junit5.report.FailureReport;
import io.github.postfixture.junit5.report.Recorder;
import io.github.postfixture.junit5.report.SourceExcerpt;
import io.github.postfixture.junit5.report.TestOutcome;
import io.github.postfixture.timeline.Subject;
import io.github.postfixture.timeline.TestStep;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.opentest4j.TestAbortedException;

/** What is left to say about the servers of a test when it ends. Several extensions ask for it; it is said once. */
@SuppressWarnings("deprecation")
final class TestVerdict implements Store.CloseableResource, AutoCloseable {

    private final ExtensionContext test;
    private final TestFixtures fixtures;
    private final ReportPlace place;
    private final ProblemListener listener;
    private Optional<Recorder> recorder = Optional.empty();
    private boolean over;

    private TestVerdict(ExtensionContext test) {
        this.test = test;
        fixtures = TestFixtures.of(test);
        place = new ReportPlace(test);
        listener = new ProblemListener(test, place.title(), fixtures::tellProblem, fixtures::tellConnection);
    }

    static TestVerdict of(ExtensionContext test) {
        return test.getStore(ScopeStores.NAMESPACE)
                .getOrComputeIfAbsent(
                        List.of(TestVerdict.class, test.getUniqueId()),
                        key -> new TestVerdict(test),
                        TestVerdict.class);
    }

    /** Write down what happens as it happens, if this is wanted. */
    synchronized void begin() {
        fixtures.tellBegin(new Subject(place.title(), classes(test.getRequiredTestClass()), listener.elsewhere()));
        listener.begin();
        if (place.recordsAll() && recorder.isEmpty()) {
            Timeline timeline = fixtures.own().timeline();
            recorder = Optional.of(Recorder.start(
                    new FailureReport(place.directory(), timeline), timeline, TestOutcome.running(place.title())));
        }
    }

    /** Fail a test that passed although it should not have, and say what happened to one that failed. */
    synchronized void end() {
        if (!over) {
            over = true;
            listener.end();
            fixtures.tellEnd();
            Strictness strictness = Strictness.of(test);
            Optional<AssertionError> problem =
                    fixtures.verify().or(() -> strictness.objection("this test", fixtures.own()));
            test.getExecutionException()
                    .ifPresentOrElse(failure -> explain(failure, problem), () -> judge(problem, strictness));
        }
    }

    private static Set<String> classes(Class<?> test) {
        return Stream.<Class<?>>iterate(test, type -> type != null && type != Object.class, Class::getSuperclass)
                .map(Class::getName)
                .collect(Collectors.toSet());
    }

    private void explain(Throwable failure, Optional<AssertionError> problem) {
        if (!(failure instanceof TestAbortedException)) {
            Clash.behind(failure).map(ClassPathReport::new).ifPresent(failure::addSuppressed);
            problem.ifPresent(failure::addSuppressed);
            CallerFrames.of(failure, TestVerdict.class);
            report(failure, AlreadySaid.by(failure));
        }
    }

    private void judge(Optional<AssertionError> problem, Strictness strictness) {
        problem.ifPresentOrElse(
                failure -> {
                    report(failure, AlreadySaid.NOTHING);
                    throw failure;
                },
                () -> strictness.warn(place.title(), leftOver()));
    }

    private List<String> leftOver() {
        List<String> problems = new ArrayList<>(LateArrivals.on(fixtures.timeline()));
        problems.addAll(fixtures.own().problems());
        return problems;
    }

    private void report(Throwable failure, AlreadySaid said) {
        Optional<SourceExcerpt> source = place.source(failure);
        fixtures.own().timeline().step(failed(source));
        fixtures.running().forEach(Fixture::noteContents);
        Timeline timeline = fixtures.timeline();
        List<String> problems = new ArrayList<>(LateArrivals.on(timeline));
        problems.addAll(said.without(fixtures.problems()));
        problems.addAll(said.without(TrustAdvice.on(failure, timeline)));
        TestOutcome outcome = new TestOutcome(place.title(), Optional.of(failure), source, problems);
        String files = written(timeline, outcome);
        failure.addSuppressed(FixtureReport.of(timeline, fixtures.running(), problems, files));
        Pause.after(test, fixtures.running(), () -> Recorder.start(place.report(timeline), timeline, outcome));
    }

    private static TestStep failed(Optional<SourceExcerpt> source) {
        return new TestStep("failed", TestStep.Kind.FAILURE, source.map(SourceExcerpt::toString));
    }

    private String written(Timeline timeline, TestOutcome outcome) {
        recorder.ifPresent(Recorder::close);
        recorder = Optional.empty();
        try {
            FailureReport report = place.report(timeline);
            report.write(outcome);
            place.publish(report.page());
            return "The whole report: " + report.page().toUri();
        } catch (IOException | RuntimeException e) {
            return unwritten(e);
        }
    }

    private static String unwritten(Exception reason) {
        return "The whole report could not be written: " + reason;
    }

    /** Write what is left, and say of a test that passed, and so said nothing, that the report cannot be read. */
    @Override
    public void close() {
        recorder.ifPresent(Recorder::close);
        recorder.flatMap(Recorder::failure)
                .ifPresent(failure -> System.getLogger("io.github.postfixture")
                        .log(Level.WARNING, () -> place.title() + ": " + unwritten(failure)));
    }
}
