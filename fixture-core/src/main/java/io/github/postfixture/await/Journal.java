package io.github.postfixture.await;

import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The values of one kind that arrived at a fixture, in order of arrival.
 *
 * <p>A value is first <em>recorded</em>, and so part of {@link #items()}; once its sender has its answer it is
 * <em>published</em>, and so ends a wait. Each value is taken by one wait only, which looks at each once. Safe for use by
 * several threads.
 */
public final class Journal<T> {

    private final Timeline timeline;
    private final List<Entry<T>> entries = new ArrayList<>();
    private int firstLeft;
    private int clearings;

    /** Make an empty journal whose values wake those who wait on the timeline. */
    public Journal(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Add a value; it does not end a wait yet. */
    public Entry<T> record(T item) {
        Entry<T> entry = new Entry<>(item);
        synchronized (entries) {
            entries.add(entry);
        }
        return entry;
    }

    /** Return all values so far, published or not. */
    public List<T> items() {
        synchronized (entries) {
            return entries.stream().map(entry -> entry.item).toList();
        }
    }

    /** Return the values that an earlier wait has taken. */
    public List<T> taken() {
        return items(entry -> entry.taken);
    }

    /** Return the values that no wait has taken, published or not. */
    public List<T> left() {
        return items(entry -> !entry.taken);
    }

    /** Forget all values; a wait that has begun looks for later ones. */
    public void clear() {
        synchronized (entries) {
            entries.clear();
            firstLeft = 0;
            clearings++;
        }
    }

    private List<T> items(Predicate<Entry<T>> which) {
        synchronized (entries) {
            return entries.stream().filter(which).map(entry -> entry.item).toList();
        }
    }

    /**
     * Wait for a published value that no earlier call has taken, and take it.
     *
     * @param wanted which values will do; asked once of each
     * @param deadline until when to wait
     * @param open whether more values can come; the wait ends early once none can
     * @return the first such value, or nothing when the time is over
     */
    public Optional<T> take(Predicate<? super T> wanted, Deadline deadline, BooleanSupplier open) {
        return take(new Cursor(wanted), deadline, open);
    }

    /**
     * Watch for a value that ought not to come, exactly so long and silently; otherwise as
     * {@link #take(Predicate, Deadline, BooleanSupplier)}.
     */
    public Optional<T> watch(Predicate<? super T> unwanted, Duration time, BooleanSupplier open) {
        return take(unwanted, Deadline.exactly(time), open);
    }

    /**
     * Wait for several such values, all until one deadline, and take them.
     *
     * @param count how many to wait for
     * @return the values in order, fewer when the time is over
     */
    public List<T> take(int count, Predicate<? super T> wanted, Deadline deadline, BooleanSupplier open) {
        Cursor cursor = new Cursor(wanted);
        List<T> taken = new ArrayList<>(count);
        deadline.await(timeline, () -> takeUpTo(count, cursor, taken, open));
        return List.copyOf(taken);
    }

    private Optional<List<T>> takeUpTo(int count, Cursor cursor, List<T> taken, BooleanSupplier open) {
        boolean moreCanCome = open.getAsBoolean();
        Optional<T> next = cursor.take();
        while (next.isPresent()) {
            taken.add(next.get());
            next = taken.size() < count ? cursor.take() : Optional.empty();
        }
        return taken.size() < count && moreCanCome ? Optional.empty() : Optional.of(taken);
    }

    private Optional<T> take(Cursor cursor, Deadline deadline, BooleanSupplier open) {
        return deadline.await(timeline, () -> takeOrGiveUp(cursor, open))
                .flatMap(found -> found.stream().findFirst());
    }

    private Optional<List<T>> takeOrGiveUp(Cursor cursor, BooleanSupplier open) {
        boolean moreCanCome = open.getAsBoolean();
        List<T> found = cursor.take().stream().toList();
        return found.isEmpty() && moreCanCome ? Optional.empty() : Optional.of(found);
    }

    /** Goes through the values once and in order; one that is not published yet is looked at again. */
    private final class Cursor {

        private final Predicate<? super T> wanted;
        private final Deque<Entry<T>> unread = new ArrayDeque<>();
        private int next;
        private int clearingsSeen;

        Cursor(Predicate<? super T> wanted) {
            this.wanted = wanted;
        }

        /** Take the first published value that is wanted, and that nobody has taken. */
        Optional<T> take() {
            addNew();
            for (Iterator<Entry<T>> entries = unread.iterator(); entries.hasNext(); ) {
                Entry<T> entry = entries.next();
                if (entry.published) {
                    entries.remove();
                    if (wanted.test(entry.item) && claim(entry)) {
                        return Optional.of(entry.item);
                    }
                }
            }
            return Optional.empty();
        }

        private void addNew() {
            synchronized (entries) {
                if (clearingsSeen < clearings) {
                    clearingsSeen = clearings;
                    unread.clear();
                    next = 0;
                }
                while (firstLeft < entries.size() && entries.get(firstLeft).taken) {
                    firstLeft++;
                }
                for (next = Math.max(next, firstLeft); next < entries.size(); next++) {
                    if (!entries.get(next).taken) {
                        unread.add(entries.get(next));
                    }
                }
            }
        }

        private boolean claim(Entry<T> entry) {
            synchronized (entries) {
                boolean first = !entry.taken;
                entry.taken = true;
                return first;
            }
        }
    }

    /** A value in a journal. */
    public static final class Entry<T> {

        private final T item;
        private volatile boolean published;
        private boolean taken;

        private Entry(T item) {
            this.item = item;
        }

        /** Let the value end waits; those who wait look again at the timeline's next event. */
        public void publish() {
            published = true;
        }
    }
}
