package io.github.postfixture.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened at a fixture, in order, on one monotonic clock: append-only, and the one thing to wait on.
 *
 * <p>Waiting never polls: a waiting thread is woken by the next event. Safe for use by several threads.
 */
public final class Timeline {

    private final Instant began;
    private final long zero;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final List<Event> events = new ArrayList<>();
    private final List<Event> steps = new ArrayList<>();
    private int concluded = Integer.MAX_VALUE;
    private @Nullable Consumer<Event> heir;
    private long changes;
    private volatile Optional<Subject> subject = Optional.empty();

    private Timeline(Timeline clock, List<Event> copied, List<Event> copiedSteps) {
        began = clock.began;
        zero = clock.zero;
        events.addAll(copied);
        steps.addAll(copiedSteps);
    }

    /** Make an empty timeline, which begins now. */
    public Timeline() {
        began = Instant.now();
        zero = System.nanoTime();
    }

    /**
     * Return a copy of what has happened so far after an event; its events keep their numbers and times.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Timeline after(int number) {
        return new Timeline(this, eventsAfter(number), steps());
    }

    /**
     * Return a copy with what happened on others too, in order, on the clock of this one; events are numbered anew.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Timeline with(Collection<Timeline> others) {
        List<Event> all = merged(events(), others, Timeline::events);
        for (ListIterator<Event> each = all.listIterator(); each.hasNext(); ) {
            each.set(each.next().numbered(each.nextIndex()));
        }
        return new Timeline(this, all, merged(steps(), others, Timeline::steps));
    }

    private List<Event> merged(List<Event> own, Collection<Timeline> others, Function<Timeline, List<Event>> ofOthers) {
        List<Event> all = new ArrayList<>(own);
        others.forEach(other -> ofOthers.apply(other).forEach(event -> all.add(event.later(other.zero - zero))));
        all.sort(Comparator.comparing(Event::at));
        return all;
    }

    /**
     * Take note which test it is about from now on, if it is about one, so that logs can say so; that test begins here.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void isAbout(Optional<Subject> next) {
        lock.lock();
        try {
            if (next.isPresent() && !next.equals(subject)) {
                steps.clear();
            }
            subject = next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Take note of what the test does that it is about, with the line of it, if it is about one. It is no event, and ends
     * no wait.
     *
     * @param what such as {@code waits for a mail}
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void step(TestStep.Kind kind, Supplier<String> what) {
        subject().ifPresent(test -> step(TestStep.here(what.get(), kind, test.classes())));
    }

    /**
     * Take note of something that a test did.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void step(TestStep step) {
        note(TestStep.SOURCE, step);
    }

    /**
     * Take note of something that a report tells besides events.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void note(String source, Object detail) {
        lock.lock();
        try {
            steps.add(new Event(0, now(), source, detail));
        } finally {
            lock.unlock();
        }
    }

    private List<Event> steps() {
        lock.lock();
        try {
            return List.copyOf(steps);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Return what has happened so far and what the test did meanwhile, in order; steps of the test have no number.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public List<Event> trace() {
        List<Event> all = new ArrayList<>(events());
        all.addAll(steps());
        all.sort(Comparator.comparing(Event::at));
        return all;
    }

    /**
     * Return when something happened on the clock of this timeline, by {@link System#nanoTime()}.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Duration timeOf(long nanoTime) {
        return Duration.ofNanos(nanoTime - zero);
    }

    /**
     * Return which test it is about, as far as anybody has said so.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Optional<Subject> subject() {
        return subject;
    }

    /** Return the wall-clock time at which the timeline began. */
    public Instant began() {
        return began;
    }

    /**
     * Append an event, and wake everyone who waits.
     *
     * @param source who tells it, such as {@code smtp}
     * @param detail a text, or the value that arrived; its {@code toString()} is called only when somebody reads it
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Event append(String source, Object detail) {
        Event event;
        Consumer<Event> next;
        lock.lock();
        try {
            event = new Event(events.size() + 1, now(), source, detail);
            events.add(event);
            next = heir;
            changes++;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.accept(event);
        }
        return event;
    }

    /**
     * Take note that what comes from now on comes too late.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void conclude() {
        lock.lock();
        try {
            concluded = events.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tell somebody else what has come too late so far, and whatever still comes; each event is told once.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void passOn(Consumer<Event> next) {
        List<Event> late;
        lock.lock();
        try {
            late = List.copyOf(events.subList(Math.min(concluded, events.size()), events.size()));
            concluded = events.size();
            heir = next;
        } finally {
            lock.unlock();
        }
        late.forEach(next);
    }

    /**
     * Let everyone who waits for an answer ask again, although nothing happened that is worth an event.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void wake() {
        lock.lock();
        try {
            changes++;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Return what has happened so far. */
    public List<Event> events() {
        return eventsAfter(0);
    }

    /**
     * Return the details of one kind so far, in order.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public <T> List<T> details(Class<T> kind) {
        return details(events().stream(), kind);
    }

    private static <T> List<T> details(Stream<Event> events, Class<T> kind) {
        return events.map(Event::detail)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Return what has gone wrong so far in code of the test. */
    public List<Failure> failures() {
        return failuresUntil(Integer.MAX_VALUE);
    }

    /**
     * Return what had gone wrong in code of the test up to an event, that one included.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public List<Failure> failuresUntil(int number) {
        return details(events().stream().takeWhile(event -> event.number() <= number), Failure.class);
    }

    /**
     * Wait for an event after the given one and return all of them, or an empty list when the time is over: for those who
     * follow whatever happens.
     *
     * @param number the number of the last event already seen; 0 for none
     * @param timeout how long to wait
     * @throws WaitInterruptedError if the thread is interrupted
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public List<Event> awaitEventsAfter(int number, Duration timeout) {
        awaitThat(() -> events.size() > number, System.nanoTime() + timeout.toNanos());
        return eventsAfter(number);
    }

    /**
     * Wait until those who wait are woken once more, and return {@link #changes()} then; the same when the time is over.
     *
     * @param seen the changes that the caller knows of; if there were more since, it does not wait
     * @throws WaitInterruptedError if the thread is interrupted
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public long awaitChangeAfter(long seen, Duration timeout) {
        awaitThat(() -> changes > seen, System.nanoTime() + timeout.toNanos());
        return changes();
    }

    /** Return one line per event. */
    @Override
    public String toString() {
        return events().stream().map(Event::toString).collect(Collectors.joining("\n"));
    }

    /**
     * Return the time since the timeline began.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Duration now() {
        return timeOf(System.nanoTime());
    }

    /**
     * Return how often those who wait were woken so far: by an event, or by {@link #wake()}.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    private List<Event> eventsAfter(int number) {
        lock.lock();
        try {
            return List.copyOf(events.subList(number, events.size()));
        } finally {
            lock.unlock();
        }
    }

    private void awaitThat(BooleanSupplier condition, long deadline) {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (!condition.getAsBoolean() && left > 0) {
                left = appended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedError(e);
        } finally {
            lock.unlock();
        }
    }
}
