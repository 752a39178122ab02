package io.github.postfixture.examples.standalone;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Hands each event of a timeline to a listener, in order, on a thread of its own. */
final class EventTeller {

    private static final String STOPPED = "stopped";

    private final Timeline timeline;
    private final Consumer<Event> listener;
    private final Thread thread;

    private EventTeller(Timeline timeline, Consumer<Event> listener) {
        this.timeline = timeline;
        this.listener = listener;
        thread = new Thread(this::tell, "events");
        thread.setDaemon(true);
    }

    static EventTeller start(Timeline timeline, Consumer<Event> listener) {
        EventTeller teller = new EventTeller(timeline, listener);
        teller.thread.start();
        return teller;
    }

    /** Hand over what has happened so far, and end. */
    void finish() {
        timeline.append("main", STOPPED);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        int seen = 0;
        boolean stopped = false;
        while (!stopped) {
            List<Event> events = timeline.awaitEventsAfter(seen, Duration.ofDays(1));
            events.forEach(listener);
            stopped = events.stream().anyMatch(event -> event.detail().equals(STOPPED));
            seen += events.size();
        }
    }
}
