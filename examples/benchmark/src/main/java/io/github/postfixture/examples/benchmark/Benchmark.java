package io.github.postfixture.examples.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures start + one message or request + stop, warm, of Postfixture and of a naive responder, interleaved in one
 * run; and waits, beside those of Awaitility. Absolute figures move with the load of the machine; the ratios hold.
 */
public final class Benchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 3_000);
    private static final int WARM_UP = ROUNDS;

    private Benchmark() {}

    /** Run all scenarios and print a table. */
    public static void main(String[] arguments) throws Exception {
        Map<String, Scenario[]> scenarios = new LinkedHashMap<>();
        scenarios.put("SMTP, one mail", new Scenario[] {NaiveScenarios::smtp, FixtureScenarios::smtp});
        scenarios.put(
                "six mail endpoints, one mail", new Scenario[] {NaiveScenarios::sixEndpoints, FixtureScenarios::six});
        scenarios.put("HTTP, one request", new Scenario[] {NaiveScenarios::http, FixtureScenarios::http});
        scenarios.put("six mail endpoints and HTTP", new Scenario[] {NaiveScenarios::both, FixtureScenarios::both});
        System.out.printf("%-30s %10s %12s %7s%n", "start + work + stop (ms)", "naive", "Postfixture", "ratio");
        for (Map.Entry<String, Scenario[]> scenario : scenarios.entrySet()) {
            report(scenario.getKey(), measure(scenario.getValue()));
        }
        Waits.report();
    }

    private static double[] measure(Scenario... contenders) throws Exception {
        List<long[]> times = new ArrayList<>();
        for (int i = 0; i < contenders.length; i++) {
            times.add(new long[ROUNDS]);
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < contenders.length; i++) {
                long start = System.nanoTime();
                contenders[i].run();
                times.get(i)[Math.max(round, 0)] = System.nanoTime() - start;
            }
        }
        return times.stream().mapToDouble(Benchmark::medianMillis).toArray();
    }

    private static double medianMillis(long... nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    private static void report(String name, double... medians) {
        System.out.printf(
                Locale.ROOT, "%-30s %10.3f %12.3f %7.2f%n", name, medians[0], medians[1], medians[1] / medians[0]);
    }

    /** Start, work, stop. */
    @FunctionalInterface
    interface Scenario {

        /** Run once. */
        void run() throws Exception;
    }
}
