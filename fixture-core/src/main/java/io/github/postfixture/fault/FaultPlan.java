package io.github.postfixture.fault;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The faults that are still to strike. Those that end strike first, in the order in which they were planned; then those
 * that do not, the latest first. Safe for use by several threads.
 *
 * @param <O> an occasion, such as a command or a request
 * @param <F> a fault
 */
@API(status = API.Status.INTERNAL)
public final class FaultPlan<O, F> {

    private final List<Entry<O, F>> ending = new CopyOnWriteArrayList<>();
    private final List<Entry<O, F>> endless = new CopyOnWriteArrayList<>();

    /**
     * Plan a fault.
     *
     * @param meant the occasions that it is meant for; only these are counted
     * @param occurrence how often it strikes
     * @param fault what strikes
     * @param place says in words where it is to strike, such as {@code /pay}
     */
    public void add(Predicate<? super O> meant, Occurrence occurrence, F fault, String place) {
        Entry<O, F> entry = new Entry<>(meant, occurrence, fault, place);
        if (occurrence.isEndless()) {
            endless.add(0, entry);
        } else {
            ending.add(entry);
        }
    }

    /** Return the fault that strikes at an occasion, if one does. */
    public Optional<F> strike(O occasion) {
        Optional<Entry<O, F>> struck = first(ending, occasion);
        struck.filter(Entry::isOver).ifPresent(ending::remove);
        return struck.or(() -> first(endless, occasion)).map(entry -> entry.fault);
    }

    private static <O, F> Optional<Entry<O, F>> first(List<Entry<O, F>> entries, O occasion) {
        for (Entry<O, F> entry : entries) {
            if (entry.strikes(occasion)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Return, one line each, the planned faults that have never struck. */
    public List<String> unused() {
        return Stream.concat(ending.stream(), endless.stream())
                .filter(entry -> !entry.struck)
                .map(Entry::toString)
                .toList();
    }

    /** Forget all faults. */
    public void clear() {
        ending.clear();
        endless.clear();
    }

    private static final class Entry<O, F> {

        private final Predicate<? super O> meant;
        private final Occurrence occurrence;
        private final F fault;
        private final String place;
        private final AtomicInteger occasions = new AtomicInteger();
        private volatile boolean struck;

        Entry(Predicate<? super O> meant, Occurrence occurrence, F fault, String place) {
            this.meant = meant;
            this.occurrence = occurrence;
            this.fault = fault;
            this.place = place;
        }

        boolean strikes(O occasion) {
            boolean strikes = meant.test(occasion) && occurrence.strikesAt(occasions.incrementAndGet());
            struck |= strikes;
            return strikes;
        }

        boolean isOver() {
            return occurrence.isOverAfter(occasions.get());
        }

        @Override
        public String toString() {
            return fault + " at " + place + ", " + occurrence;
        }
    }
}
