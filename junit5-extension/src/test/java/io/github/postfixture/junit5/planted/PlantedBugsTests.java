package io.github.postfixture.junit5.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Holds what a reader sees of each planted bug. The text as it is printed, and the report, are written to
 * {@code target/planted}; where a text has become a better one, its {@code normalised.txt} is the new golden file.
 */
@Isolated
class PlantedBugsTests {

    private static final Pattern TEXT = Pattern.compile("```text\n(.*?)\n```", Pattern.DOTALL);
    private static final Path WRITTEN = Path.of("target", "planted");

    /** Load what a first handshake takes its time for, so that a wait that is short on purpose is long enough. */
    @BeforeAll
    static void warmUp() throws GeneralSecurityException {
        SSLContext.getDefault().getSocketFactory();
        assertThat(CertificateAuthority.ofThisJvm().sslContext()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void failWithTheTextThatIsWrittenDown(Bug bug) throws IOException {
        String text = FailureText.of(failureBy(bug));
        String normalised = FailureText.normalised(text);

        write(bug, "failure.txt", text);
        write(bug, "normalised.txt", normalised);
        assertThat(normalised).isEqualTo(golden(bug));
    }

    @Test
    void areTheOnlyReasonWhyTheirTestsFail() {
        DiscoverySelector[] classes = Arrays.stream(Bug.values())
                .filter(bug -> bug != Bug.NONE)
                .map(Bug::testCase)
                .distinct()
                .map(testCase -> selectClass(testCase))
                .toArray(DiscoverySelector[]::new);

        assertThat(failures(run(Bug.NONE, classes))).isEmpty();
    }

    @Test
    void areWhatTheGuideToFailuresShows() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Bug bug : Bug.values()) {
            all.append(golden(bug));
        }

        assertThat(TEXT.matcher(Files.readString(Path.of("../docs/failures.md")))
                        .results())
                .hasSizeGreaterThan(15)
                .allSatisfy(block -> assertThat(all).contains(block.group(1)));
    }

    private static Throwable failureBy(Bug bug) {
        DiscoverySelector test = ReflectionSupport.findMethods(
                        bug.testCase(),
                        method -> method.getName().equals(bug.method()),
                        org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(method -> selectMethod(bug.testCase(), method))
                .findFirst()
                .orElseThrow();
        List<Throwable> failures = failures(run(bug, test));
        awaitSenders();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private static EngineExecutionResults run(Bug bug, DiscoverySelector... tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(tests)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameter(
                        "postfixture.directory", WRITTEN.resolve(bug.file()).toString())
                .configurationParameter(BugParameter.PROPERTY, bug.name())
                .execute();
    }

    /** Wait for what an application does in the background, so that it does not go on in the next test. */
    private static void awaitSenders() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("mail-sender"))
                .forEach(PlantedBugsTests::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .toList();
    }

    private static void write(Bug bug, String name, String text) throws IOException {
        Path file = WRITTEN.resolve(bug.file()).resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private static String golden(Bug bug) throws IOException {
        try (InputStream golden = PlantedBugsTests.class.getResourceAsStream(bug.file() + ".txt")) {
            return golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
