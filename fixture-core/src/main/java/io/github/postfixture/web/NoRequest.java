package io.github.postfixture.web;

import io.github.postfixture.net.Unvisited;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.Distrust;
import java.util.List;

/** Explains why no request came at all. */
record NoRequest(Doors doors, Script script, Timeline timeline) {

    private static final int MOST_REPORTS = 10;

    /** Return how a sentence goes on that says that none came. */
    String inWords() {
        return doors.isVisited()
                ? "; " + script.describe() + "\nSomebody connected, but no whole request came" + reports()
                : "." + Unvisited.inWords(doors.known(), "http()");
    }

    private String reports() {
        List<String> all = timeline.events().stream()
                .filter(event -> event.source().equals("http"))
                .map(Event::detail)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        List<String> last = all.subList(Math.max(0, all.size() - MOST_REPORTS), all.size());
        return (last.isEmpty() ? "" : ":\n  " + String.join("\n  ", last)) + Distrust.advice(all);
    }
}
