package io.github.postfixture.web;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.timeline.ApplicationProblem;
import io.github.postfixture.timeline.OutgoingConnections;
import io.github.postfixture.timeline.Subject;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.Distrust;
import java.util.List;
import java.util.stream.Collectors;

/** Explains why no request came at all. */
record NoRequest(WebEndpoints endpoints, Timeline timeline) {

    private static final int MOST_REPORTS = 10;

    /** Return how a sentence goes on that says that none came, with the lines that follow it. */
    String inWords() {
        if (endpoints.isVisited()) {
            return ": somebody connected, but sent no whole request." + reports();
        }
        return endpoints.known().isEmpty()
                ? ": nobody has asked where to send it.\nGive the application the address of WebServer.http() or uri(..)."
                : ": nobody connected to " + where() + instead();
    }

    private String where() {
        return endpoints.known().stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
    }

    private String instead() {
        List<ApplicationProblem> problems = timeline.details(ApplicationProblem.class);
        return problems.isEmpty()
                ? ".\n" + elsewhere()
                        + "Does the application use this host and port, and does it get as far as sending?"
                : ", but " + ApplicationProblem.inWords(problems) + ".";
    }

    private String elsewhere() {
        String others = timeline.subject()
                .flatMap(Subject::elsewhere)
                .map(OutgoingConnections::forOtherPurposes)
                .orElse("");
        return others.isEmpty() ? "" : "Meanwhile this JVM connected to " + others + ".\n";
    }

    private String reports() {
        List<String> all = timeline.events().stream()
                .filter(event -> event.source().equals("http"))
                .flatMap(event -> event.told().stream())
                .toList();
        return (all.isEmpty() ? "" : "\nWhat HTTP reported:\n" + Listing.of(Listing.ends(all, MOST_REPORTS)))
                + Distrust.advice(all);
    }
}
