package io.github.postfixture.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Sums up a long timeline in so many lines: what repeats stands there once, and of the rest the middle is left out, never
 * the beginning, where causes are, nor the end. Takes time in proportion to the events.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class Digest {

    /** How many events may be repeated as a group. */
    private static final int LARGEST_GROUP = 12;

    /** How often something must be there to be repeated. */
    private static final int FEWEST_TIMES = 3;

    private final List<Event> events;
    private final List<String> kinds;
    private final List<Line> lines = new ArrayList<>();

    private Digest(List<Event> events) {
        this.events = events;
        kinds = events.stream().map(Digest::kind).toList();
    }

    /**
     * A line: an event, or a few words in place of some.
     *
     * @hidden
     */
    public sealed interface Line {}

    /**
     * An event that is shown.
     *
     * @hidden
     */
    public record Shown(Event event) implements Line {

        @Override
        public String toString() {
            return event.toString();
        }
    }

    /**
     * Events that are left out.
     *
     * @param count how many
     * @param words says which, after that number
     * @hidden
     */
    public record LeftOut(int count, String words) implements Line {

        @Override
        public String toString() {
            return "(" + count + " " + words + ")";
        }
    }

    /** Return all events if there are no more than so many, and otherwise about so many lines. */
    public static List<Line> of(List<Event> events, int most) {
        List<Line> all = events.stream().<Line>map(Shown::new).toList();
        return all.size() <= most ? all : withoutMiddle(new Digest(events).withoutRepeats(), most);
    }

    /** Return the same, but what repeats stands there once in a shorter timeline, too: of more than so many. */
    public static List<Line> folded(List<Event> events, int few, int most) {
        return events.size() <= few ? of(events, most) : withoutMiddle(new Digest(events).withoutRepeats(), most);
    }

    private List<Line> withoutRepeats() {
        for (int next = 0; next < events.size(); ) {
            next = addFrom(next);
        }
        return lines;
    }

    /** Add an event, or a group that is repeated, and return what comes next. */
    private int addFrom(int begin) {
        int size = 1;
        int end = begin + 1;
        for (int group = 1; group <= LARGEST_GROUP; group++) {
            int repeated = endOfRepeats(begin, group);
            if (repeated - begin >= FEWEST_TIMES * group && repeated > end) {
                size = group;
                end = repeated;
            }
        }
        events.subList(begin, begin + size).forEach(event -> lines.add(new Shown(event)));
        if (end > begin + size) {
            lines.add(repeats(size, begin + size, end));
        }
        return end;
    }

    /** Return where the last whole repetition of so many events ends. */
    private int endOfRepeats(int begin, int group) {
        int end = begin + group;
        while (end < kinds.size() && !kinds.get(end).isEmpty() && kinds.get(end).equals(kinds.get(end - group))) {
            end++;
        }
        return end - (end - begin) % group;
    }

    private Line repeats(int size, int begin, int end) {
        int count = end - begin;
        String which = size == 1 ? "" : ": the " + size + " before, " + count / size + " more times";
        double until = events.get(end - 1).at().toNanos() / 1e9;
        return new LeftOut(count, String.format(Locale.ROOT, "similar events left out%s, until %+.3fs", which, until));
    }

    private static List<Line> withoutMiddle(List<Line> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        int first = most / 3;
        int last = lines.size() - (most - first - 1);
        List<Line> shown = new ArrayList<>(lines.subList(0, first));
        shown.add(new LeftOut(
                lines.subList(first, last).stream().mapToInt(Digest::count).sum(), "events left out here"));
        shown.addAll(lines.subList(last, lines.size()));
        return shown;
    }

    private static int count(Line line) {
        return line instanceof LeftOut left ? left.count() : 1;
    }

    /** Return what events have in common that are alike but for numbers; empty for one that is like no other. */
    private static String kind(Event event) {
        return event.detail() instanceof Failure ? "" : event.source() + " " + withoutNumbers(event.inWords());
    }

    private static String withoutNumbers(String text) {
        StringBuilder kind = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inNumber = isDigit(c) && i > 0 && isDigit(text.charAt(i - 1));
            if (!inNumber) {
                kind.append(isDigit(c) ? '0' : c);
            }
        }
        return kind.toString();
    }

    private static boolean isDigit(char c) {
        return '0' <= c && c <= '9';
    }
}
