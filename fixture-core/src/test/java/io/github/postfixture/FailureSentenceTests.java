package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of the messages of every check and reading of mail, pages and requests. */
class FailureSentenceTests {

    private static final int HOSTILE = 3;
    private static final int LONGEST = 800;
    private static final Pattern NEWS = Pattern.compile("Expected .+ but .+|Cannot .+: .+");
    private static final Pattern ASSERTJ = Pattern.compile("(?:Text|Bytes)Assert\\.");
    private static final List<String> NOT_ENGLISH = List.of(
            "Expecting",
            "deed",
            "asked for news",
            "so many",
            "to be a request",
            "(none)",
            "taken by an await",
            "Optional[");

    @TempDir
    Path directory;

    @Test
    void saysInItsFirstLineWhatWasExpectedAndWhatWasThereInstead() throws Exception {
        Map<String, String> failures = failures();

        assertThat(failures).hasSizeGreaterThan(150);
        assertThat(failures.entrySet())
                .as("checks whose message does not begin with the news")
                .filteredOn(
                        failure -> !NEWS.matcher(firstLine(failure.getValue())).matches())
                .isEmpty();
        assertThat(failures.entrySet())
                .as("checks whose message a colleague would not say aloud")
                .filteredOn(failure -> NOT_ENGLISH.stream().anyMatch(failure.getValue()::contains))
                .isEmpty();
        assertThat(failures.entrySet())
                .as("checks whose message is too long")
                .filteredOn(failure -> failure.getValue().lines().count() > 60
                        || firstLine(failure.getValue()).length() > LONGEST)
                .isEmpty();
    }

    private Map<String, String> failures() throws Exception {
        try (HostileSubjects subjects = new HostileSubjects();
                PublicChecks checks = new PublicChecks(CheckArguments.of(
                        subjects.harmlessMail(), subjects.harmlessExchange().request(), directory))) {
            for (Entry<String, Object> subject : Map.of(
                            "mail", subjects.harmlessMail(),
                            "page", subjects.harmlessPage(),
                            "exchange", subjects.harmlessExchange(),
                            "session", subjects.webSocket("p"),
                            "mail server", subjects.mailServer().assertThat(),
                            "web server", subjects.webServer().assertThat(),
                            "hostile mail", subjects.mail(HOSTILE, 1000),
                            "hostile page", subjects.page(HOSTILE, 1000),
                            "hostile exchange", subjects.exchange(HOSTILE, 1000))
                    .entrySet()) {
                checks.callAll(subject.getValue(), subject.getKey());
            }
            Map<String, String> failures = new TreeMap<>(checks.failures());
            failures.keySet().removeIf(check -> ASSERTJ.matcher(check).lookingAt());
            return failures;
        }
    }

    private static String firstLine(String message) {
        return message.substring(0, (message + "\n").indexOf('\n'));
    }
}
