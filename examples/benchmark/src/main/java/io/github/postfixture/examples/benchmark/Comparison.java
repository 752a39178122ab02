package io.github.postfixture.examples.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Compares two versions of Postfixture by their {@link Measurement}, each in a JVM of its own, alternating. Prints for each
 * scenario the median of the ratios of all pairs (after / before), with the 95 % interval of that median by order
 * statistics, and the ratio of the bytes allocated. Slower is what has its whole interval above 1.
 *
 * <p>Arguments: the class path before, the class path after, the number of pairs, the number of rounds in a JVM.
 */
public final class Comparison {

    private static final List<String> COLD = List.of("one mail", "one request");

    private final String before;
    private final String after;
    private final Map<String, List<Figure[]>> pairs = new LinkedHashMap<>();

    private Comparison(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** Measure, and print the table. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Comparison comparison = new Comparison(arguments[0], arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        for (int pair = 0; pair < count; pair++) {
            for (String scenario : COLD) {
                comparison.measure(pair % 2 == 0, "cold", scenario);
            }
            comparison.measure(pair % 2 == 0, arguments[3]);
        }
        comparison.print(System.out);
    }

    /** Measure a pair; which of the two comes first alternates. */
    private void measure(boolean beforeFirst, String... arguments) throws IOException, InterruptedException {
        Map<String, Figure> first = run(beforeFirst ? before : after, arguments);
        Map<String, Figure> second = run(beforeFirst ? after : before, arguments);
        Map<String, Figure> old = beforeFirst ? first : second;
        Map<String, Figure> fresh = beforeFirst ? second : first;
        fresh.keySet().retainAll(old.keySet());
        fresh.forEach((name, figure) ->
                pairs.computeIfAbsent(name, unused -> new ArrayList<>()).add(new Figure[] {old.get(name), figure}));
    }

    private static Map<String, Figure> run(String classPath, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                classPath,
                Measurement.class.getName()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Figure> figures = new LinkedHashMap<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines()
                    .map(text -> text.split("\t", -1))
                    .forEach(cells -> figures.put(cells[0], Figure.of(cells[1], cells[2])));
        }
        if (process.waitFor() != 0) {
            throw new IOException("Failed: " + line);
        }
        return figures;
    }

    private void print(PrintStream out) {
        out.printf(
                "%-32s %12s %12s %7s %15s %7s%n", "", "before (us)", "after (us)", "ratio", "95 % interval", "bytes");
        pairs.forEach((name, figures) -> {
            double[] ratios = sorted(figures.stream().mapToDouble(pair -> pair[1].nanos() / pair[0].nanos()));
            int low = lowRank(ratios.length);
            out.printf(
                    Locale.ROOT,
                    "%-32s %12.1f %12.1f %7.3f   %5.3f to %5.3f %7.3f%n",
                    name,
                    median(sorted(figures.stream().mapToDouble(pair -> pair[0].nanos()))) / 1e3,
                    median(sorted(figures.stream().mapToDouble(pair -> pair[1].nanos()))) / 1e3,
                    median(ratios),
                    ratios[low],
                    ratios[ratios.length - 1 - low],
                    median(sorted(figures.stream().mapToDouble(pair -> pair[1].bytes() / pair[0].bytes()))));
        });
    }

    /** Return the place, from 0, of the lower end of the interval of a median among so many sorted values. */
    private static int lowRank(int count) {
        return Math.max(0, (int) Math.floor(count / 2.0 - 0.98 * Math.sqrt(count)));
    }

    private static double median(double... sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }

    /**
     * What one JVM measured of one scenario.
     *
     * @param nanos for one operation
     * @param bytes allocated for one operation
     */
    private record Figure(double nanos, double bytes) {

        static Figure of(String nanos, String bytes) {
            return new Figure(Double.parseDouble(nanos), Math.max(1, Double.parseDouble(bytes)));
        }
    }
}
