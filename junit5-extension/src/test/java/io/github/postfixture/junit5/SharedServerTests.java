package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

class SharedServerTests {

    @Test
    void aFailureOfAHandlerIsToldToTheTestInWhichItHappenedAndToNobodyElse() {
        assertThatOnlyTheTestIsTold(Suite.run(Map.of(), HandlerTestCase.class));
    }

    @Test
    void aFailureOfAHandlerIsToldOnceWhereWhatIsLeftOverFailsTheClass() {
        assertThatOnlyTheTestIsTold(Suite.run(Map.of("postfixture.strict", "fail"), HandlerTestCase.class));
    }

    private static void assertThatOnlyTheTestIsTold(EngineExecutionResults results) {

        assertThat(failed(results)).containsExactly("breaks");
        assertThat(Suite.failures(results)).singleElement().satisfies(failure -> {
            assertThat(failure)
                    .hasMessage("Expected no failure at the servers that this test shares, but:\n"
                            + "  the handler of GET /broken failed: java.lang.IllegalStateException: on purpose");
            assertThat(failure.getSuppressed()[0]).hasMessage("on purpose");
        });
    }

    @Test
    void aFailureOfAHandlerAfterTheLastTestIsToldToTheClass() {
        EngineExecutionResults results = Suite.run(Map.of(), AfterAllTestCase.class);

        assertThat(failed(results)).containsExactly("AfterAllTestCase");
        assertThat(Suite.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage("Expected no problem at the web server but there is 1:\n"
                                + "  the handler of GET /broken failed: java.lang.IllegalStateException: on purpose"));
    }

    @Test
    void whatIsLeftOverIsToldWhenTheLastTestOfTheClassHasEndedIfThisIsWanted() {
        EngineExecutionResults results = Suite.run(Map.of("postfixture.strict", "fail"), LeftoverTestCase.class);

        assertThat(failed(results)).containsExactly("LeftoverTestCase");
        assertThat(Suite.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage("Expected nothing to be left over at the servers of the tests of"
                                + " LeftoverTestCase, but:\n  nobody looked at mail from shop@example.org to"
                                + " [alice@example.org] with subject \"Welcome\""));
    }

    @Test
    void aStrictServerOfTheRunFailsTheRunWhenItEnds() {
        EngineExecutionResults results = Suite.run(Map.of(), StrictRunTestCase.class);

        assertThat(failed(results)).containsExactly("JUnit Jupiter");
        assertThat(Suite.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageStartingWith("Expected nothing to be left over at the mail server"));
    }

    @Test
    void aReportTellsInOrderWhatHappenedAtAllServersSinceTheTestBefore() {
        List<Throwable> failures = Suite.failures(Suite.run(Map.of(), MixedTestCase.class));

        assertThat(failures).hasSize(2);
        assertThat(subjects(failures.get(0))).containsExactly("Before all", "Shared 1", "Own", "Shared 2");
        assertThat(subjects(failures.get(1))).containsExactly("Shared 3");
    }

    private static List<String> failed(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(Event::getTestDescriptor)
                .map(descriptor -> descriptor.getDisplayName().replaceAll("\\(.*|.*\\$", ""))
                .toList();
    }

    private static List<String> subjects(Throwable failure) {
        return String.valueOf(failure.getSuppressed()[0].getMessage())
                .lines()
                .filter(line -> line.contains("with subject \""))
                .filter(line -> line.startsWith(" ") && line.contains("s  smtp "))
                .map(line -> line.replaceAll(".*subject \"|\".*", ""))
                .toList();
    }

    private static void breaks(WebServer web) {
        web.serve("/broken", request -> {
            throw new IllegalStateException("on purpose");
        });
        Page.open(web.uri("/broken"));
    }

    @WithWebServer(scope = Scope.CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class HandlerTestCase {

        @Test
        @Order(1)
        void breaks(WebServer web) {
            SharedServerTests.breaks(web);
        }

        @Test
        @Order(2)
        void isInnocent(WebServer web) {
            web.http();
        }
    }

    @WithWebServer(scope = Scope.CLASS)
    static class AfterAllTestCase {

        @Test
        void isInnocent(WebServer web) {
            web.http();
        }

        @AfterAll
        static void breaks(WebServer web) {
            SharedServerTests.breaks(web);
        }
    }

    @WithMailServer(scope = Scope.CLASS)
    static class LeftoverTestCase {

        @Test
        void sends(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");
        }
    }

    @WithMailServer(scope = Scope.JVM, strict = true)
    static class StrictRunTestCase {

        @Test
        void sends(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");
        }
    }

    @WithMailServer(name = "shared", scope = Scope.CLASS)
    @WithMailServer(name = "own")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class MixedTestCase {

        @Server("shared")
        private static MailServer shared;

        @BeforeAll
        static void prepare() {
            send(shared, "Before all");
        }

        @Test
        @Order(1)
        void usesBoth(@Server("own") MailServer own) {
            send(shared, "Shared 1");
            send(own, "Own");
            send(shared, "Shared 2");
            throw new AssertionError("on purpose");
        }

        @Test
        @Order(2)
        void usesOne() {
            send(shared, "Shared 3");
            throw new AssertionError("on purpose");
        }

        private static void send(MailServer mail, String subject) {
            Mails.send(mail, "alice@example.org", subject);
            assertThat(mail.awaitMail()).hasSubject(subject);
        }
    }
}
