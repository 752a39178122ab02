package io.github.postfixture.junit5;

import io.github.postfixture.Endpoint;
import io.github.postfixture.Fixture;
import io.github.postfixture.explanation.Printable;
import io.github.postfixture.timeline.Digest;
import io.github.postfixture.timeline.Timeline;
import java.util.List;
import java.util.stream.Collectors;

/** What happened at the servers of a test that failed; travels with its failure as a suppressed exception. */
public final class FixtureReport extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int FEW_EVENTS = 15;
    private static final int MOST_EVENTS = 45;
    private static final int MOST_PROBLEMS = 10;
    private static final int LONGEST_LINE = 1_000;

    private FixtureReport(String message) {
        super(message, null, false, false);
    }

    /**
     * Sum up what happened.
     *
     * @param timeline what its own servers tell, and those that it shares
     * @param servers what has started of them
     * @param problems what may explain the failure, one line each
     * @param files where it stands at length, or why it does not
     */
    static FixtureReport of(Timeline timeline, List<Fixture> servers, List<String> problems, String files) {
        return new FixtureReport(whatHappened(timeline, servers) + worthALook(problems) + "\n" + files);
    }

    private static String whatHappened(Timeline timeline, List<Fixture> servers) {
        return timeline.events().isEmpty()
                ? nothing(servers)
                : Digest.folded(timeline.events(), FEW_EVENTS, MOST_EVENTS).stream()
                        .map(line -> shortened(line.toString()))
                        .collect(Collectors.joining("\n", "What happened at the servers of this test:\n", ""));
    }

    private static String nothing(List<Fixture> servers) {
        String endpoints = servers.stream()
                .flatMap(server -> server.endpoints().stream())
                .map(Endpoint::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String connected = servers.stream().map(Fixture::whoConnected).collect(Collectors.joining());
        if (!connected.replaceAll("\nNobody connected[^\n]*", "").isEmpty()) {
            return "Nothing was completed at the servers of this test, at " + endpoints + ":" + connected;
        }
        return endpoints.isEmpty()
                ? "Nothing happened at the servers of this test: nobody has asked where they are."
                : "Nothing happened at the servers of this test: nobody connected to " + endpoints + ".";
    }

    private static String worthALook(List<String> problems) {
        return problems.isEmpty()
                ? ""
                : problems.stream()
                        .limit(MOST_PROBLEMS)
                        .map(problem -> shortened(Printable.line(problem)))
                        .collect(Collectors.joining("\n  ", "\nWhat may be worth a look:\n  ", ""));
    }

    private static String shortened(String line) {
        int more = line.length() - LONGEST_LINE;
        return more <= 0 ? line : line.substring(0, LONGEST_LINE) + "... (" + more + " more)";
    }

    /** Return the message alone, so that a stack trace which ends with it does not seem to tell of a second failure. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // what a stack trace shows, and not the message, is meant
    public String toString() {
        return String.valueOf(getMessage());
    }
}
