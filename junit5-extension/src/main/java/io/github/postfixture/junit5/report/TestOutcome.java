package io.github.postfixture.junit5.report;

import java.util.List;
import java.util.Optional;

/**
 * What a report is about.
 *
 * @param test the name of the test, for a person
 * @param failure what went wrong, if something did
 * @param source the lines of the test around the one that failed, if they are known
 * @param problems what may explain the failure, one line each
 */
public record TestOutcome(
        String test, Optional<Throwable> failure, Optional<SourceExcerpt> source, List<String> problems) {

    /** Return that of a test that has not failed so far. */
    public static TestOutcome running(String test) {
        return new TestOutcome(test, Optional.empty(), Optional.empty(), List.of());
    }
}
