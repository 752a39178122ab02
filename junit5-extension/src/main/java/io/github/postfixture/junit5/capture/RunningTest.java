package io.github.postfixture.junit5.capture;

import io.github.postfixture.timeline.OutgoingConnection;
import java.util.function.Consumer;

/** A test that runs, and hears what goes wrong meanwhile, and where else this JVM connects. */
public final class RunningTest {

    private final String name;
    private final Thread thread;
    private final Consumer<String> listener;
    private final Consumer<OutgoingConnection> elsewhere;
    private String last = "";

    /** Describe the test that runs in the current thread. */
    public RunningTest(String name, Consumer<String> listener, Consumer<OutgoingConnection> elsewhere) {
        this.name = name;
        this.listener = listener;
        this.elsewhere = elsewhere;
        thread = Thread.currentThread();
    }

    String name() {
        return name;
    }

    boolean runsIn(Thread other) {
        return thread.equals(other);
    }

    /** Hear something, once if two logs tell it one after the other. */
    synchronized void hear(String problem) {
        if (!problem.equals(last)) {
            last = problem;
            listener.accept(problem);
        }
    }

    /** Hear of a connection to what is no server of a fixture. */
    void hear(OutgoingConnection connection) {
        elsewhere.accept(connection);
    }
}
