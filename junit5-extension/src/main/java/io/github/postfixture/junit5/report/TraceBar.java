package io.github.postfixture.junit5.report;

import static io.github.postfixture.html.Markup.element;

import io.github.postfixture.html.Markup;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.TestStep;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The time that a test took as a bar: a line for each event, a field for each wait. */
final class TraceBar {

    private static final int WIDTH = 1_000;
    private static final int MOST_TICKS = 2_000;

    private final List<Event> trace;
    private final double length;

    private TraceBar(List<Event> trace, Duration length) {
        this.trace = trace;
        this.length = Math.max(1, length.toNanos());
    }

    /** Return the bar of what happened; nothing if that was less than two things. */
    static Markup of(List<Event> trace) {
        return trace.size() < 2
                ? Markup.NONE
                : new TraceBar(trace, trace.get(trace.size() - 1).at()).render();
    }

    private Markup render() {
        Markup svg = element("svg")
                .with("viewBox", "0 0 " + WIDTH + " 24")
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true")
                .holding(Markup.of(Stream.concat(waits(), ticks())));
        return element("div", "bar").holding(svg, element("p").holding(time(0), time(length)));
    }

    private Stream<Markup> waits() {
        return IntStream.range(0, trace.size() - 1)
                .filter(place ->
                        trace.get(place).detail() instanceof TestStep step && step.kind() == TestStep.Kind.WAIT)
                .limit(MOST_TICKS)
                .mapToObj(place -> wait(trace.get(place), nextStep(place)));
    }

    private Event nextStep(int place) {
        return trace.subList(place + 1, trace.size()).stream()
                .filter(event -> event.detail() instanceof TestStep)
                .findFirst()
                .orElse(trace.get(trace.size() - 1));
    }

    private Markup wait(Event begin, Event end) {
        return element("rect", "wait")
                .with("x", number(x(begin)))
                .with("y", 6)
                .with("width", number(x(end) - x(begin)))
                .with("height", 12)
                .holding();
    }

    private Stream<Markup> ticks() {
        return trace.stream().map(this::tick).distinct().limit(MOST_TICKS).map(Tick::render);
    }

    private Tick tick(Event event) {
        return new Tick(TraceLine.styleClass(event), number(x(event)));
    }

    /** A line of the bar; many events may share one. */
    private record Tick(String styleClass, String x) {

        Markup render() {
            return element("line", styleClass)
                    .with("x1", x)
                    .with("x2", x)
                    .with("y1", 2)
                    .with("y2", 22)
                    .holding();
        }
    }

    private double x(Event event) {
        return 2 + (WIDTH - 4) * (event.at().toNanos() / length);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static Markup time(double nanos) {
        return element("span").text(String.format(Locale.ROOT, "%.3f s", nanos / 1e9));
    }
}
