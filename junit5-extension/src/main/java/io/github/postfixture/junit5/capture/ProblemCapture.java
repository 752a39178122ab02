package io.github.postfixture.junit5.capture;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Listens, as long as a run of tests goes on, to exceptions that end threads and to what is logged as a warning or worse, and
 * tells the tests that run. All runs of this JVM share what is installed: the first installs it, and the last takes it away
 * again. Safe for use by several threads.
 */
public final class ProblemCapture implements AutoCloseable {

    private static final Installation OF_THIS_JVM = new Installation();

    private final Set<RunningTest> own = new CopyOnWriteArraySet<>();
    private final Installation installation;
    private boolean closed;

    private ProblemCapture(Installation installation) {
        this.installation = installation;
    }

    /** Begin to listen for a run, which ends by {@link #close()}. */
    public static ProblemCapture start() {
        return start(OF_THIS_JVM);
    }

    static ProblemCapture start(Installation installation) {
        installation.enter();
        return new ProblemCapture(installation);
    }

    /** Tell a test from now on; what resets a log in the meantime, as a framework that starts does, is undone. */
    public void begin(RunningTest test) {
        own.add(test);
        installation.begin(test);
    }

    /** Tell a test no more. */
    public void end(RunningTest test) {
        own.remove(test);
        installation.end(test);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            own.forEach(installation::end);
            installation.leave();
        }
        closed = true;
    }
}
