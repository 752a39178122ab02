package io.github.postfixture.fault;

import io.github.postfixture.timeline.FaultStrike;
import io.github.postfixture.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The faults of one protocol that are still to strike. Those that end strike first, in the order in which they were planned;
 * then those that do not, the latest first. Safe for use by several threads.
 *
 * @param <O> an occasion, such as a command or a request; its text is what the timeline says
 * @param <F> the faults of the protocol
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class FaultPlan<O, F> {

    private final String source;
    private final Function<? super O, String> argument;
    private final Timeline timeline;
    private final AtomicInteger numbers;
    private final Queue<Entry<O, F>> scripted = new ConcurrentLinkedQueue<>();
    private final List<Entry<O, F>> ending = new CopyOnWriteArrayList<>();
    private final List<Entry<O, F>> endless = new CopyOnWriteArrayList<>();

    FaultPlan(String source, Function<? super O, String> argument, Timeline timeline, AtomicInteger numbers) {
        this.source = source;
        this.argument = argument;
        this.timeline = timeline;
        this.numbers = numbers;
    }

    /**
     * Return a point at which faults are planned.
     *
     * @param meant the occasions that it is meant for; only these are counted
     * @param place says in words where it is, such as {@code TLS handshake}
     */
    public FaultPoint<F> at(Predicate<? super O> meant, String place) {
        return (occurrence, fault) -> add(meant, occurrence, fault, place);
    }

    /**
     * Plan a fault.
     *
     * @param meant the occasions that it is meant for; only these are counted
     * @param occurrence how often it strikes
     * @param fault what strikes
     * @param place says in words where it is to strike, such as {@code GET /pay}
     */
    public void add(Predicate<? super O> meant, Occurrence occurrence, Fault<? super F> fault, String place) {
        Entry<O, F> entry = new Entry<>(numbers.incrementAndGet(), meant, occurrence, fault, place);
        scripted.add(entry);
        if (occurrence.isEndless()) {
            endless.add(0, entry);
        } else {
            ending.add(entry);
        }
    }

    /** Return the fault that strikes at an occasion, if one does, and tell the timeline of it. */
    public Optional<Fault<? super F>> strike(O occasion) {
        return strike(source, occasion);
    }

    /** Return the fault that strikes at an occasion, if one does, and tell the timeline of it as the news of a source. */
    public Optional<Fault<? super F>> strike(String teller, O occasion) {
        Optional<Entry<O, F>> struck = find(occasion);
        struck.ifPresent(entry -> timeline.append(teller, entry.strikeAt(occasion)));
        return struck.map(entry -> entry.fault);
    }

    private Optional<Entry<O, F>> find(O occasion) {
        Optional<Entry<O, F>> struck = first(ending, occasion);
        struck.filter(Entry::isOver).ifPresent(ending::remove);
        return struck.or(() -> first(endless, occasion));
    }

    private Optional<Entry<O, F>> first(List<Entry<O, F>> entries, O occasion) {
        for (Entry<O, F> entry : entries) {
            if (entry.strikes(occasion, argument)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Return, one line each, the planned faults that have never struck. */
    List<String> unused() {
        return Stream.concat(ending.stream(), endless.stream())
                .filter(entry -> entry.strikes.get() == 0)
                .map(Entry::toString)
                .toList();
    }

    /** Return how all faults have been used, also those that have ended. */
    Stream<FaultUse> uses() {
        return scripted.stream().map(Entry::use);
    }

    /** Forget all faults. */
    void clear() {
        scripted.clear();
        ending.clear();
        endless.clear();
    }

    private static final class Entry<O, F> {

        private final int number;
        private final Predicate<? super O> meant;
        private final Occurrence occurrence;
        private final Fault<? super F> fault;
        private final String place;
        private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        private final AtomicInteger strikes = new AtomicInteger();

        Entry(int number, Predicate<? super O> meant, Occurrence occurrence, Fault<? super F> fault, String place) {
            this.number = number;
            this.meant = meant;
            this.occurrence = occurrence;
            this.fault = fault;
            this.place = place;
        }

        boolean strikes(O occasion, Function<? super O, String> argument) {
            boolean strikes =
                    meant.test(occasion) && occurrence.strikesAt(tryOf(occurrence.series(argument.apply(occasion))));
            if (strikes) {
                this.strikes.incrementAndGet();
            }
            return strikes;
        }

        private int tryOf(String series) {
            return tries.computeIfAbsent(series, first -> new AtomicInteger()).incrementAndGet();
        }

        boolean isOver() {
            return tries.values().stream().anyMatch(count -> occurrence.isOverAfter(count.get()));
        }

        FaultStrike strikeAt(O occasion) {
            FaultUse use = use();
            return new FaultStrike(use + " strikes at " + occasion, use.left());
        }

        FaultUse use() {
            int most =
                    tries.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
            return new FaultUse(number, fault.toString(), place, occurrence, strikes.get(), occurrence.leftAfter(most));
        }

        @Override
        public String toString() {
            return use() + " at " + place + ", " + occurrence + ", never struck";
        }
    }
}
