package io.github.postfixture.examples.benchmark;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Measures Postfixture in this JVM and prints a line for each scenario: its name, the median of its time in nanoseconds,
 * and the bytes that it allocates, both for one operation. {@link Comparison} runs it in many JVMs.
 *
 * <p>The first argument is {@code cold}, for the time from the start of the JVM to the end of each first operation, or
 * the number of rounds that are measured; as many come before, to warm up.
 */
public final class Measurement {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Measurement() {}

    /** Run all scenarios. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        if (arguments[0].equals("cold")) {
            cold(arguments[1], out);
            return;
        }
        for (Map.Entry<String, Workload> workload : Workloads.all().entrySet()) {
            warm(workload.getKey(), workload.getValue(), Integer.parseInt(arguments[0]), out);
        }
    }

    private static void cold(String scenario, PrintStream out) throws Exception {
        Workload workload = Workloads.all().get(scenario);
        workload.prepare();
        workload.run();
        long sinceStart = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        print(out, "cold: " + scenario, sinceStart * 1e6, allocated());
        workload.discard();
    }

    private static void warm(String name, Workload workload, int rounds, PrintStream out) throws Exception {
        long[] nanos = new long[rounds];
        long bytes = 0;
        for (int round = -rounds; round < rounds; round++) {
            workload.prepare();
            long allocatedBefore = allocated();
            long start = System.nanoTime();
            workload.run();
            long end = System.nanoTime();
            bytes += round < 0 ? 0 : Math.max(0, allocated() - allocatedBefore);
            nanos[Math.max(round, 0)] = end - start;
            workload.discard();
        }
        Arrays.sort(nanos);
        int operations = workload.operations();
        print(out, name, (double) nanos[rounds / 2] / operations, bytes / rounds / operations);
    }

    /** Return what the threads that live now have allocated. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static void print(PrintStream out, String name, double nanos, long bytes) {
        out.printf(Locale.ROOT, "%s\t%.0f\t%d%n", name, nanos, bytes);
    }
}
