package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class FixtureReportTests {

    @TempDir
    private Path directory;

    @Test
    void ofAFailedTestNamesThePageAndWritesTheFiles() throws IOException {
        Throwable failure = run(FailingTestCase.class, "failing").get(0);

        Path report = directory.resolve("io.github.postfixture.junit5.FixtureReportTests.FailingTestCase/fails");
        assertThat(failure.getSuppressed()[0])
                .isInstanceOf(FixtureReport.class)
                .message()
                .startsWith("What happened at the servers of this test:\n")
                .endsWith("\nThe whole report: " + report.resolve("report.html").toUri());
        assertThat(filesIn(report))
                .contains("mails/1.eml", "mails/1.smtp.txt", "report.html", "timeline.txt")
                .anyMatch(name -> name.matches("exchanges/\\d+\\.txt"));
        assertThat(report.resolve("mails/1.eml")).content().contains("Subject: Welcome");
        assertThat(report.resolve("mails/1.smtp.txt")).content().contains("C: RCPT TO:<alice@example.org>");
        assertThat(report.resolve("timeline.txt")).content().contains("with subject \"Welcome\"");
    }

    @Test
    void namesThePageOnceAndBeginsAtTheLineOfTheTest() {
        Throwable failure = run(AwaitingTestCase.class, "failing").get(0);

        Path report = directory.resolve(
                "io.github.postfixture.junit5.FixtureReportTests.AwaitingTestCase/awaitsTwo/report.html");
        assertThat(stackTraceOf(failure)).containsOnlyOnce(report.toUri().toString());
        assertThat(report).exists();
        assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("awaitsTwo");
    }

    @Test
    void doesNotReadLikeASecondFailure() {
        assertThat(stackTraceOf(run(AwaitingTestCase.class, "failing").get(0)))
                .contains("\n\tSuppressed: What happened at the servers of this test:\n");
    }

    @Test
    void saysThatNothingHappenedAndWhere() {
        Throwable failure = run(IdleTestCase.class, "failing").get(0);

        assertThat(failure.getSuppressed()[0])
                .message()
                .matches("Nothing happened at the servers of this test: nobody connected to smtp://127.0.0.1:\\d+\\."
                        + "\nThe whole report: file:.*/report.html");
        assertThat(filesIn(directory))
                .anyMatch(name -> name.endsWith("IdleTestCase/failsForAnotherReason/report.html"));
    }

    @Test
    void tellsWhatCameAfterTheTestHadWatchedForIt() {
        assertThat(run(HastyTestCase.class, "failing").get(0).getSuppressed()[0])
                .message()
                .containsPattern("\n  \\d+ ms after the wait had ended came mail from shop@example.org to"
                        + " \\[alice@example.org\\] with subject \"Late\"\n");
    }

    @Test
    void tellsWhatTrustsNoServerByTheExceptionOfTheApplicationItself() {
        assertThat(run(DistrustfulTestCase.class, "failing").get(0).getSuppressed()[0])
                .message()
                .contains("\n  A client did not accept a certificate of these servers. Make the client trust"
                        + " CertificateAuthority.ofThisJvm(), ");
    }

    @Test
    void doesNotBlameATestThatEndedEarlyForWhatItDidNotLookAt() {
        assertThat(run(FailingTestCase.class, "failing").get(0).getSuppressed()[0])
                .message()
                .doesNotContain("nobody looked at");
    }

    @Test
    void showsTheFailureAndEverythingThatCame() throws IOException {
        run(FailingTestCase.class, "failing");

        assertThat(directory.resolve(
                        "io.github.postfixture.junit5.FixtureReportTests.FailingTestCase/fails/report.html"))
                .content()
                .contains("FailingTestCase: fails(MailServer, WebServer)")
                .contains("no &lt;welcome&gt;")
                .contains("<span class=\"subject\">Welcome</span>")
                .contains("<span class=\"subject\">/confirm?token=1</span>")
                .contains("Authorization: Basic ***")
                .doesNotContain("c2VjcmV0", "<script");
    }

    @Test
    void tellsInvocationsApartAndDeletesThoseOfAnEarlierRun() throws IOException {
        Path stale = directory.resolve(
                "io.github.postfixture.junit5.FixtureReportTests.RepeatedTestCase/fails-2/mails/9.eml");
        Files.createDirectories(stale.resolveSibling("."));
        Files.writeString(stale, "old");

        run(RepeatedTestCase.class, "failing");

        assertThat(stale).doesNotExist();
        assertThat(stale.resolveSibling("1.eml")).content().contains("Subject: Mail 2");
        assertThat(stale.resolve("../../../fails-1/mails/1.eml").normalize())
                .content()
                .contains("Subject: Mail 1");
    }

    @Test
    void isNotWrittenForATestThatPasses() throws IOException {
        assertThat(run(PassingTestCase.class, "failing")).isEmpty();

        assertThat(filesIn(directory)).isEmpty();
    }

    @Test
    void isWrittenForEveryTestWhenAllIsRecorded() throws IOException {
        assertThat(run(PassingTestCase.class, "all")).isEmpty();

        assertThat(filesIn(directory))
                .contains(
                        "io.github.postfixture.junit5.FixtureReportTests.PassingTestCase/passes/mails/1.eml",
                        "io.github.postfixture.junit5.FixtureReportTests.PassingTestCase/passes/report.html");
    }

    @Test
    void saysWhyItCouldNotBeWritten() throws IOException {
        Files.writeString(
                directory.resolve("io.github.postfixture.junit5.FixtureReportTests.FailingTestCase"), "in the way");

        assertThat(run(FailingTestCase.class, "failing")
                        .get(0)
                        .getSuppressed()[0]
                        .getMessage())
                .contains("\nThe whole report could not be written: java.nio.file.");
    }

    @Test
    void foldsWhatRepeatsAndNeverDropsTheBeginning() {
        Timeline timeline = new Timeline();
        timeline.append("smtp", "the cause");
        for (int i = 0; i < 100; i++) {
            timeline.append("imap", "login " + i);
            timeline.append("imap", "logout " + i);
        }
        timeline.append("smtp", "x".repeat(5_000));

        assertThat(Objects.requireNonNull(FixtureReport.of(timeline, List.of(), List.of("a\nb"), "The end")
                                .getMessage())
                        .lines())
                .satisfiesExactly(
                        title -> assertThat(title).isEqualTo("What happened at the servers of this test:"),
                        first -> assertThat(first).endsWith("the cause"),
                        login -> assertThat(login).endsWith("login 0"),
                        logout -> assertThat(logout).endsWith("logout 0"),
                        left -> assertThat(left)
                                .startsWith("(198 similar events left out: the 2 before, 99 more times, until +"),
                        last -> assertThat(last).endsWith("xx... (4019 more)"),
                        look -> assertThat(look).isEqualTo("What may be worth a look:"),
                        problem -> assertThat(problem).isEqualTo("  a\\nb"),
                        end -> assertThat(end).isEqualTo("The end"));
    }

    private List<Throwable> run(Class<?> testCase, String record) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameter("postfixture.directory", directory.toString())
                .configurationParameter("postfixture.record", record)
                .execute()
                .allEvents()
                .failed()
                .stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    private static String stackTraceOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static List<String> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @WithMailServer
    @WithWebServer
    static class FailingTestCase {

        private static final String BASIC = "Basic c2VjcmV0";

        @Test
        void fails(MailServer mail, WebServer web) throws Exception {
            web.serve("/confirm", Response.html("<h1>Confirmed</h1>"));
            Mails.send(mail, "alice@example.org", "Welcome");
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(web.uri("/confirm?token=1"))
                                    .header("Authorization", BASIC)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            web.awaitRequest();
            fail("no <welcome>");
        }
    }

    @WithMailServer
    static class HastyTestCase {

        @Test
        void fails(MailServer mail) {
            assertThat(mail).receivesNothingFor(Duration.ofMillis(10));
            Mails.send(mail, "alice@example.org", "Late");
            fail("later");
        }
    }

    @WithWebServer
    static class DistrustfulTestCase {

        @Test
        void fails(WebServer web) throws Exception {
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(web.https().uri("/")).build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    @WithMailServer
    static class IdleTestCase {

        @Test
        void failsForAnotherReason(MailServer mail) {
            fail("nobody sends to " + mail.smtp().port());
        }
    }

    @WithMailServer
    static class RepeatedTestCase {

        @RepeatedTest(2)
        void fails(MailServer mail, RepetitionInfo repetition) {
            Mails.send(mail, "alice@example.org", "Mail " + repetition.getCurrentRepetition());
            fail("always");
        }
    }

    @WithMailServer(timeout = 1)
    static class AwaitingTestCase {

        @Test
        void awaitsTwo(MailServer mail) {
            Mails.send(mail, "alice@example.org", "One");
            mail.awaitMails(2);
        }
    }

    @WithMailServer
    static class PassingTestCase {

        @Test
        void passes(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");
            assertThat(mail.awaitMail()).hasSubject("Welcome");
        }
    }
}
