package io.github.postfixture.junit5.report;

import static io.github.postfixture.html.Markup.element;

import io.github.postfixture.html.Markup;
import io.github.postfixture.timeline.Digest;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the test did and what its servers saw, in order, with the gaps in which nothing happened. */
final class Trace {

    private static final int MOST_EVENTS = 5_000;
    private static final Duration LONG_GAP = Duration.ofMillis(500);
    private static final Duration SHORTEST_GAP = Duration.ofMillis(50);
    private static final int LARGEST_SHARE = 5;
    private static final int LONGEST_LINK = 200;

    private final List<Event> events;
    private final ReportCards cards;
    private final Set<ReportCard> named;
    private final Duration gap;

    /**
     * Prepare to show what happened.
     *
     * @param named the cards that the failure names
     */
    Trace(List<Event> events, ReportCards cards, Set<ReportCard> named) {
        this.events = events;
        this.cards = cards;
        this.named = named;
        gap = gap();
    }

    /** Return what is a gap: half a second, or a fifth of all, but hardly less than what a thread may have to wait. */
    private Duration gap() {
        Duration share =
                events.isEmpty() ? LONG_GAP : events.get(events.size() - 1).at().dividedBy(LARGEST_SHARE);
        Duration shorter = share.compareTo(LONG_GAP) < 0 ? share : LONG_GAP;
        return shorter.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : shorter;
    }

    Markup render() {
        return element("section")
                .with("id", "timeline")
                .holding(
                        element("h2").text("Timeline"),
                        TraceBar.of(events),
                        element("ol").with("tabindex", 0).holding(lines()));
    }

    private Markup lines() {
        List<Markup> lines = new ArrayList<>();
        Duration last = Duration.ZERO;
        for (Digest.Line line : Digest.of(events, MOST_EVENTS)) {
            if (line instanceof Digest.Shown shownLine) {
                lines.add(gap(last, shownLine.event().at()));
                last = shownLine.event().at();
            }
            lines.add(line(line));
        }
        return Markup.of(lines);
    }

    private Markup gap(Duration last, Duration next) {
        Duration time = next.minus(last);
        return time.compareTo(gap) < 0 ? Markup.NONE : element("li", "gap").text("nothing for " + InWords.of(time));
    }

    private Markup line(Digest.Line line) {
        return line instanceof Digest.Shown shownLine
                ? line(shownLine.event())
                : element("li", "note").text(line + "; timeline.txt has them");
    }

    private Markup line(Event event) {
        return cards.of(event)
                .map(card -> TraceLine.of(event, link(event, card), named.contains(card)))
                .orElseGet(() -> TraceLine.of(event, Markup.text(event.line()), false));
    }

    private Markup link(Event event, ReportCard card) {
        return element("a").with("href", cards.address(card)).text(shortened(event.line()));
    }

    /** Return what leads to a card, which has all of it. */
    private static String shortened(String line) {
        return line.length() <= LONGEST_LINK ? line : line.substring(0, LONGEST_LINK) + "\u2026";
    }
}
