package io.github.postfixture.junit5;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the failure of a test says already, so that its report need not: the problems that stand in its message, or in one
 * that is suppressed, and what is only left over because the test ended early.
 *
 * @param text the messages
 * @param early whether the test ended early
 */
record AlreadySaid(String text, boolean early) {

    /** Of a test that has run to its end. */
    static final AlreadySaid NOTHING = new AlreadySaid("", false);

    private static final Pattern AROUND_THE_SUBJECT =
            Pattern.compile("^(stub|nobody answers|nobody looked at|fault) |,? (was )?never (used|struck)$");

    /** Of a test that a failure has ended. */
    static AlreadySaid by(Throwable failure) {
        String text = Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed()))
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
        return new AlreadySaid(text, true);
    }

    /** Return the problems without those that are said already. */
    List<String> without(List<String> problems) {
        return problems.stream()
                .filter(problem -> !early || !problem.startsWith("nobody looked at "))
                .filter(problem -> !text.contains(subject(problem)))
                .toList();
    }

    private static String subject(String problem) {
        return AROUND_THE_SUBJECT.matcher(problem).replaceAll("");
    }
}
