package io.github.postfixture.junit5.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;

/**
 * Listens, as long as a run of tests goes on, to exceptions that end threads and to what is logged as a warning or worse, and
 * tells the tests that run. All runs of this JVM share what is installed: the first installs it, and the last takes it away
 * again. Safe for use by several threads.
 */
public final class ProblemCapture implements AutoCloseable {

    private static final Set<RunningTest> TESTS = new CopyOnWriteArraySet<>();
    private static final List<ProblemSource> INSTALLED = new ArrayList<>();
    private static int runs;

    private final Set<RunningTest> own = new CopyOnWriteArraySet<>();
    private boolean closed;

    private ProblemCapture() {}

    /** Begin to listen for a run, which ends by {@link #close()}. */
    public static ProblemCapture start() {
        synchronized (INSTALLED) {
            if (runs++ == 0) {
                INSTALLED.add(new UncaughtExceptions(ProblemCapture::tell));
                LogSources.add(INSTALLED, ProblemCapture::tell);
            }
        }
        return new ProblemCapture();
    }

    /** Tell a test from now on; what resets a log in the meantime, as a framework that starts does, is undone. */
    public void begin(RunningTest test) {
        synchronized (INSTALLED) {
            INSTALLED.forEach(ProblemSource::install);
        }
        own.add(test);
        TESTS.add(test);
    }

    /** Tell a test no more. */
    public void end(RunningTest test) {
        own.remove(test);
        TESTS.remove(test);
    }

    private static void tell(Problem problem) {
        List<RunningTest> own =
                TESTS.stream().filter(test -> test.runsIn(problem.thread())).toList();
        if (own.isEmpty()) {
            TESTS.forEach(test -> test.hear(problem.words() + othersThan(test)));
        } else {
            own.forEach(test -> test.hear(problem.words()));
        }
    }

    private static String othersThan(RunningTest test) {
        String others = TESTS.stream()
                .filter(other -> other != test)
                .map(RunningTest::name)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : " (or of another test that runs: " + others + ")";
    }

    @Override
    public void close() {
        TESTS.removeAll(own);
        synchronized (INSTALLED) {
            if (!closed && --runs == 0) {
                INSTALLED.forEach(ProblemSource::remove);
                INSTALLED.clear();
            }
            closed = true;
        }
    }
}
