package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes as JUnit would. */
final class Suite {

    private Suite() {}

    static EngineExecutionResults run(Map<String, String> configuration, Class<?>... testCases) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Arrays.stream(testCases)
                        .map(testCase -> selectClass(testCase))
                        .toArray(ClassSelector[]::new))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameters(configuration)
                .execute();
    }

    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream().map(Suite::failure).toList();
    }

    /** Run test classes of which every test passes, and return how many tests there were. */
    static long passes(Map<String, String> configuration, Class<?>... testCases) {
        EngineExecutionResults results = run(configuration, testCases);
        assertThat(failures(results)).isEmpty();
        return results.testEvents().succeeded().count();
    }

    static long passes(Class<?>... testCases) {
        return passes(Map.of(), testCases);
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
