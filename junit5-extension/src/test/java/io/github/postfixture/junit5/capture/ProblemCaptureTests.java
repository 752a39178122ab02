package io.github.postfixture.junit5.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** No other test runs at the same time: what is captured is of the whole JVM. */
@Isolated
class ProblemCaptureTests {

    private static final Logger LOG = Logger.getLogger("com.example.Shop");

    private final List<String> passedOn = new CopyOnWriteArrayList<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @SuppressWarnings("UnnecessaryLambda") // it is one object, which is to be put back
    private final UncaughtExceptionHandler own = (thread, thrown) -> passedOn.add(thread.getName());

    private @Nullable UncaughtExceptionHandler before;

    private final Installation installation = new Installation();

    @BeforeEach
    void installAHandler() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(own);
        LOG.setUseParentHandlers(true);
    }

    @AfterEach
    void putItBack() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void tellsWhatEndsAThreadAndPassesItOn() throws InterruptedException {
        try (ProblemCapture capture = ProblemCapture.start(installation)) {
            capture.begin(test("one"));
            endAThread();
        }

        assertThat(heard)
                .singleElement()
                .asString()
                .matches(
                        "thread \"sender\" ended by java.lang.IllegalStateException: no template, at"
                                + " io.github.postfixture.junit5.capture.ProblemCaptureTests\\..*\\(ProblemCaptureTests.java:\\d+\\)");
        assertThat(passedOn).containsExactly("sender");
    }

    @Test
    void tellsWhereElseThisJvmConnectsAndPutsTheSelectorBackThatWasThere() throws IOException {
        ProxySelector selector = ProxySelector.getDefault();
        try (ProblemCapture capture = ProblemCapture.start(installation);
                MailServer mail = MailServer.start()) {
            capture.begin(test("one"));
            new Socket(mail.smtp().host(), mail.smtp().port()).close();
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket("127.0.0.1", 1).close());
        }

        assertThat(opened)
                .singleElement()
                .asString()
                .matches("thread \".+\" connects to 127.0.0.1:1, at " + ProblemCaptureTests.class.getName()
                        + "\\..*\\(ProblemCaptureTests.java:\\d+\\)");
        assertThat(heard).isEmpty();
        assertThat(ProxySelector.getDefault()).isSameAs(selector);
    }

    @Test
    void putsTheHandlerBackThatWasThere() throws InterruptedException {
        ProblemCapture first = ProblemCapture.start(installation);
        ProblemCapture second = ProblemCapture.start(installation);
        first.begin(test("one"));
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotSameAs(own);

        first.close();
        first.close();
        assertThat(Thread.getDefaultUncaughtExceptionHandler())
                .as("another run goes on")
                .isNotSameAs(own);
        second.close();

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(own);
        endAThread();
        assertThat(passedOn).containsExactly("sender");
    }

    @Test
    void leavesAHandlerAloneThatCameLater() throws InterruptedException {
        UncaughtExceptionHandler later = (thread, thrown) -> passedOn.add("later");
        try (ProblemCapture capture = ProblemCapture.start(installation)) {
            capture.begin(test("one"));
            Thread.setDefaultUncaughtExceptionHandler(later);
        }

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(later);
    }

    @Test
    void tellsWhatIsLoggedAsAWarningOrWorseAndLeavesTheLogAsItWas() {
        List<Object> handlers =
                new ArrayList<>(Arrays.asList(Logger.getLogger("").getHandlers()));
        Level level = Logger.getLogger("").getLevel();
        try (ProblemCapture capture = ProblemCapture.start(installation)) {
            capture.begin(test("one"));
            LOG.log(Level.WARNING, "Cannot send to {0}", "alice");
            LOG.log(Level.SEVERE, "Lost", new IllegalStateException("outer", new IllegalArgumentException("inner")));
            LOG.info("All is well");
            Logger.getLogger("io.github.postfixture").warning("May be worth a look");
        }

        String thread = " in thread \"" + Thread.currentThread().getName() + "\": ";
        assertThat(heard)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("com.example.Shop logged at WARN" + thread + "Cannot send to alice"),
                        second -> assertThat(second)
                                .startsWith("com.example.Shop logged at ERROR" + thread
                                        + "Lost: java.lang.IllegalStateException: outer,"
                                        + " caused by java.lang.IllegalArgumentException: inner, at "));
        assertThat(Logger.getLogger("").getHandlers())
                .containsExactlyElementsOf(handlers.stream()
                        .map(java.util.logging.Handler.class::cast)
                        .toList());
        assertThat(Logger.getLogger("").getLevel()).isEqualTo(level);
    }

    @Test
    void tellsTheTestInWhoseThreadItHappenedAndOtherwiseEveryTestThatRuns() throws InterruptedException {
        List<String> other = new CopyOnWriteArrayList<>();
        try (ProblemCapture capture = ProblemCapture.start(installation)) {
            capture.begin(test("one"));
            Thread second = new Thread(() -> capture.begin(test("two", other)), "second");
            second.start();
            second.join();
            LOG.warning("in the first");
            endAThread();
        }

        assertThat(heard).hasSize(2).last().asString().endsWith(" (or of another test that runs: two)");
        assertThat(other).singleElement().asString().endsWith(" (or of another test that runs: one)");
    }

    @Test
    void tellsATestNoMoreThatHasEnded() throws InterruptedException {
        RunningTest test = test("one");
        try (ProblemCapture capture = ProblemCapture.start(installation)) {
            capture.begin(test);
            capture.end(test);
            endAThread();
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void isToldByTheFailureOfATestUnlessItIsTurnedOff(@TempDir Path directory) {
        assertThat(failure(directory, "true"))
                .hasMessageContaining(
                        ", but thread \"sender\" ended by java.lang.IllegalStateException: no template, at ");
        assertThat(failure(directory, "false"))
                .hasMessageNotContaining("sender")
                .hasMessageContaining("\nEither the application failed before it sent anything");
    }

    private static Throwable failure(Path directory, String capture) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(BrokenApplicationTestCase.class))
                .configurationParameter("postfixture.directory", directory.toString())
                .configurationParameter("postfixture.capture", capture)
                .execute()
                .testEvents()
                .failed()
                .stream()
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    @WithMailServer(timeout = 50, timeoutUnit = TimeUnit.MILLISECONDS)
    static class BrokenApplicationTestCase {

        @Test
        void sends(MailServer mail) throws InterruptedException {
            assertThat(mail.smtp().port()).isPositive();
            endAThread();

            mail.awaitMail();
        }
    }

    @Test
    void masksSecrets() {
        assertThat(Problem.masked(
                        "login with password=geheim, api-key: \"abc\" and Authorization: Bearer abcdef.ghi; user=bob"))
                .isEqualTo("login with password=***, api-key: \"***\" and Authorization: Bearer ***; user=bob");
    }

    private RunningTest test(String name) {
        return test(name, heard);
    }

    private RunningTest test(String name, List<String> problems) {
        return new RunningTest(name, problems::add, connection -> opened.add(connection.toString()));
    }

    private static void endAThread() throws InterruptedException {
        Thread thread = new Thread(
                () -> {
                    throw new IllegalStateException("no template");
                },
                "sender");
        thread.start();
        thread.join();
    }
}
