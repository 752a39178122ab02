package io.github.postfixture.concurrent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that handle connections: shared by all fixtures, never in the way of the JVM's end. */
public final class Workers {

    /** From this release on, a virtual thread that blocks in {@code synchronized} does not pin its carrier (JEP 491). */
    private static final int VIRTUAL_THREADS_DO_NOT_PIN = 24;

    private static final long IDLE_SECONDS = 60;
    private static final long LAST_SECONDS = 1;

    private static final SharedResource<ExecutorService> POOL = SharedResource.part(Workers::start, Workers::stop);
    private static final Executor SHARED = task -> POOL.get().execute(task);

    private Workers() {}

    /** Return the executor that all fixtures of this JVM share; a task may block. */
    public static Executor shared() {
        POOL.get();
        return SHARED;
    }

    private static ExecutorService start() {
        return Runtime.version().feature() >= VIRTUAL_THREADS_DO_NOT_PIN ? virtualThreads() : daemonThreads();
    }

    /** Let the threads end that have nothing to do; one that hangs in somebody's handler is left behind. */
    private static void stop(ExecutorService pool) {
        pool.shutdown();
        try {
            pool.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService daemonThreads() {
        ThreadFactory threads = Executors.defaultThreadFactory();
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> daemon(threads.newThread(task)),
                (task, stopped) -> SHARED.execute(task));
    }

    private static Thread daemon(Thread thread) {
        thread.setName("postfixture-worker-" + thread.getId());
        thread.setDaemon(true);
        return thread;
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
