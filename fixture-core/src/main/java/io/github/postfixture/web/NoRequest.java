package io.github.postfixture.web;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.net.NeverConnected;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.Distrust;
import java.util.List;

/** Explains why no request came at all. */
record NoRequest(WebEndpoints endpoints, Dispatcher dispatcher, Timeline timeline) {

    private static final int MOST_REPORTS = 10;

    /** Return how a sentence goes on that says that none came. */
    String inWords() {
        return endpoints.isVisited()
                ? "; " + dispatcher.describe() + "\nSomebody connected, but no whole request came" + reports()
                : "." + NeverConnected.inWords(endpoints.known(), "http()");
    }

    private String reports() {
        List<String> all = timeline.events().stream()
                .filter(event -> event.source().equals("http"))
                .flatMap(event -> event.told().stream())
                .toList();
        return (all.isEmpty() ? "" : ":\n" + Listing.of(Listing.ends(all, MOST_REPORTS))) + Distrust.advice(all);
    }
}
