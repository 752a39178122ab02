package io.github.postfixture.junit5;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventDetail;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.TestStep;
import io.github.postfixture.timeline.Timeline;
import java.util.List;

/** What came after the last wait of a test had ended in which nothing came: too late, or when it ought not to have come. */
final class LateArrivals {

    private static final int MOST = 5;

    private LateArrivals() {}

    /** Return what came, one line each, of much the first. */
    static List<String> on(Timeline timeline) {
        List<Event> trace = timeline.trace();
        return trace.stream()
                .filter(LateArrivals::endsAWait)
                .reduce((first, last) -> last)
                .map(end -> timeline.events().stream()
                        .filter(event -> event.at().compareTo(end.at()) > 0)
                        .filter(event -> event.detail() instanceof EventDetail)
                        .limit(MOST)
                        .map(event -> InWords.of(event.at().minus(end.at())) + " after the wait had ended came "
                                + event.inWords())
                        .toList())
                .orElse(List.of());
    }

    private static boolean endsAWait(Event event) {
        return event.detail() instanceof TestStep step && step.isEndOfWait();
    }
}
