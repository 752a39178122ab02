package io.github.postfixture.junit5.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;

/**
 * The sources of problems that several runs of tests share, and the tests that hear of them: the first run that enters
 * installs the sources, and the last that leaves removes them. Safe for use by several threads.
 */
final class Installation {

    private final Set<RunningTest> tests = new CopyOnWriteArraySet<>();
    private final List<ProblemSource> sources = new ArrayList<>();
    private int runs;

    synchronized void enter() {
        if (runs++ == 0) {
            sources.add(new UncaughtExceptions(this::tell));
            sources.add(new OpenedConnections(uri -> tell(Opened.now(uri))));
            LogSources.add(sources, this::tell);
        }
    }

    synchronized void leave() {
        if (--runs == 0) {
            sources.forEach(ProblemSource::remove);
            sources.clear();
        }
    }

    void begin(RunningTest test) {
        synchronized (this) {
            sources.forEach(ProblemSource::install);
        }
        tests.add(test);
    }

    void end(RunningTest test) {
        tests.remove(test);
    }

    private void tell(Problem problem) {
        List<RunningTest> own = of(problem.thread());
        if (own.isEmpty()) {
            tests.forEach(test -> test.hear(problem.words() + othersThan(test)));
        } else {
            own.forEach(test -> test.hear(problem.words()));
        }
    }

    private void tell(Opened opened) {
        List<RunningTest> own = of(opened.thread());
        (own.isEmpty() ? tests : own).forEach(test -> test.hear(opened.connection()));
    }

    private List<RunningTest> of(Thread thread) {
        return tests.stream().filter(test -> test.runsIn(thread)).toList();
    }

    private String othersThan(RunningTest test) {
        String others = tests.stream()
                .filter(other -> other != test)
                .map(RunningTest::name)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : " (or of another test that runs: " + others + ")";
    }
}
