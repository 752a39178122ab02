package io.github.postfixture.junit5;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What becomes of a test that passed although something at its servers is worth a look. */
enum Strictness {

    /** Nothing. */
    OFF,

    /** It is said, in one message of the log. */
    WARN,

    /** The test fails. */
    FAIL;

    private static final String PROPERTY = "postfixture.strict";
    private static final int MOST_LINES = 20;
    private static final Duration TIME_TO_END = Duration.ofSeconds(3);

    static Strictness of(ExtensionContext context) {
        String value = context.getConfigurationParameter(PROPERTY).orElse("warn");
        return switch (value) {
            case "off" -> OFF;
            case "warn" -> WARN;
            case "fail" -> FAIL;
            default ->
                throw new ExtensionConfigurationException(
                        PROPERTY + " is \"" + value + "\" but must be one of off, warn, fail");
        };
    }

    /** Return the failure of those who should have left nothing over. */
    Optional<AssertionError> objection(String whose, FixtureGroup group) {
        List<String> problems = this == FAIL ? objections(group) : List.of();
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssertionError(
                        "Expected nothing to be left over at the servers of " + whose + ", but:" + lines(problems)));
    }

    private static List<String> objections(FixtureGroup group) {
        return Stream.concat(group.untoldProblems().stream(), group.leftOpen(TIME_TO_END).stream())
                .toList();
    }

    /** Say what was left over, if this is wanted. */
    void warn(String whose, List<String> problems) {
        if (this == WARN && !problems.isEmpty()) {
            System.getLogger("io.github.postfixture")
                    .log(
                            Level.WARNING,
                            () -> "May be worth a look, at the servers of " + whose + ":" + lines(problems));
        }
    }

    private static String lines(List<String> problems) {
        String more = problems.size() > MOST_LINES ? "\n  and " + (problems.size() - MOST_LINES) + " more" : "";
        return problems.stream().limit(MOST_LINES).collect(Collectors.joining("\n  ", "\n  ", more));
    }
}
