package io.github.postfixture.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The threads that handle connections: shared by all fixtures, never in the way of the JVM's end. */
public final class Workers {

    /** From this release on, a virtual thread that blocks in {@code synchronized} does not pin its carrier (JEP 491). */
    private static final int VIRTUAL_THREADS_DO_NOT_PIN = 24;

    private static final Executor SHARED = start();

    private Workers() {}

    /** Return the executor that all fixtures of this JVM share; a task may block. */
    public static Executor shared() {
        return SHARED;
    }

    private static Executor start() {
        return Runtime.version().feature() >= VIRTUAL_THREADS_DO_NOT_PIN ? virtualThreads() : daemonThreads();
    }

    private static ExecutorService daemonThreads() {
        ThreadFactory threads = Executors.defaultThreadFactory();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = threads.newThread(task);
            thread.setName("postfixture-worker-" + thread.getId());
            thread.setDaemon(true);
            return thread;
        });
    }

    private static ExecutorService virtualThreads() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (Throwable e) {
            throw new LinkageError("JDK " + Runtime.version() + " has no virtual threads", e);
        }
    }
}
