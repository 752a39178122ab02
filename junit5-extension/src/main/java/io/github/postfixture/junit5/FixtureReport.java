package io.github.postfixture.junit5;

import io.github.postfixture.explanation.Printable;
import io.github.postfixture.timeline.Digest;
import io.github.postfixture.timeline.Timeline;
import java.util.List;
import java.util.stream.Collectors;

/** What happened at the servers of a test that failed; travels with its failure as a suppressed exception. */
public final class FixtureReport extends RuntimeException {

    private static final long serialVersionUID = 1L;
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
     * @param problems what may explain the failure, one line each
     * @param files where it stands at length, or why it does not
     */
    static FixtureReport of(Timeline timeline, List<String> problems, String files) {
        String events = Digest.of(timeline.events(), MOST_EVENTS).stream()
                .map(line -> shortened(line.toString()))
                .collect(Collectors.joining("\n"));
        return new FixtureReport(
                "What happened at the servers of this test:\n" + events + worthALook(problems) + "\n" + files);
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
}
