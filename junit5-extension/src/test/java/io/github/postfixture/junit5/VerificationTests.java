package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class VerificationTests {

    @Test
    void failsATestThatPassedAlthoughNobodyAnsweredARequest() {
        assertThat(failure("asksForWhatNobodyAnswers"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected no problem at the web server but there are 2:\n"
                        + "  nobody answers GET /usres \u2192 404 (no stub matched); the nearest is any /users, but the request"
                        + " goes to /usres\n"
                        + "  stub any /users was never used");
    }

    @Test
    void failsATestWhoseHandlerFailedInBackground() {
        assertThat(failure("hasAHandlerWhoseAssertionFails"))
                .hasMessageContaining("the handler of GET /users failed: java.lang.AssertionError: no token");
        assertThat(failure("hasAHandlerWhoseAssertionFails").getSuppressed()[0]).hasMessage("no token");
    }

    @Test
    void comesTogetherWithTheFailureOfTheTest() {
        Throwable failure = failure("failsOfItsOwn");

        assertThat(failure).hasMessage("of its own");
        assertThat(failure.getSuppressed()[0])
                .hasMessage("Expected no problem at the web server but there is 1:\n  stub any /users was never used");
        assertThat(failure.getSuppressed()[1])
                .isInstanceOf(FixtureReport.class)
                .message()
                .startsWith("What happened at the servers of this test:\n")
                .as("not what is said already")
                .doesNotContain("stub any /users");
    }

    @Test
    void leavesATestAloneThatUsedEverything() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(StrictTestCase.class, "usesEverything", "io.github.postfixture.web.WebServer"))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1));
    }

    private static Throwable failure(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(StrictTestCase.class, method, "io.github.postfixture.web.WebServer"))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    static final class StrictTestCase {

        @RegisterExtension
        static final WebServerExtension WEB =
                WebServerExtension.with(WebServer.builder().strict());

        @Test
        void asksForWhatNobodyAnswers(WebServer web) {
            web.serve("/users", Response.ok());
            Page.open(web.uri("/usres"));
        }

        @Test
        void hasAHandlerWhoseAssertionFails(WebServer web) {
            web.serve("/users", request -> {
                throw new AssertionError("no token");
            });
            Page.open(web.uri("/users"));
        }

        @Test
        void failsOfItsOwn(WebServer web) {
            web.serve("/users", Response.ok());
            web.timeline().append("test", "here");
            throw new IllegalStateException("of its own");
        }

        @Test
        void usesEverything(WebServer web) {
            web.serve("/users", Response.ok());
            Page.open(web.uri("/users"));
        }
    }
}
