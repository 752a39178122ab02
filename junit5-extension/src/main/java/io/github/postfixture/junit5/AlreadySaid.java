package io.github.postfixture.junit5;

import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /** What the timeline tells too, or what a test that has not ended early would have looked at or closed. */
    private static final Pattern IN_PASSING = Pattern.compile("^nobody (looked at|answers) |was left open$");

    private static final Pattern UNUSED = Pattern.compile("stub .* was never used");

    /** Of a test that has run to its end. */
    static final AlreadySaid NOTHING = new AlreadySaid("", false);

    private static final Pattern AROUND_THE_SUBJECT = Pattern.compile(
            "^(stub|nobody answers|nobody looked at|fault|A client .* servers\\.) |,? (was )?never (used|struck)$");

    /** Of a test that a failure has ended. */
    static AlreadySaid by(Throwable failure) {
        String text = Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed()))
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
        return new AlreadySaid(text, true);
    }

    /** Return the problems without those that are said already; stubs that nobody used in one. */
    List<String> without(List<String> problems) {
        return problems.stream()
                .filter(problem -> !early || !IN_PASSING.matcher(problem).find())
                .filter(problem -> !text.contains(subject(problem)))
                .collect(
                        Collectors.groupingBy(UNUSED.asMatchPredicate()::test, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(kind -> kind.getKey() ? Stream.of(unused(kind.getValue())) : kind.getValue().stream())
                .toList();
    }

    private static String unused(List<String> stubs) {
        return stubs.size() == 1
                ? stubs.get(0)
                : stubs.stream()
                        .map(AlreadySaid::subject)
                        .collect(Collectors.joining(", ", "stubs that were never used: ", ""));
    }

    private static String subject(String problem) {
        return AROUND_THE_SUBJECT.matcher(problem).replaceAll("");
    }
}
