package io.github.postfixture.examples.gradle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.postfixture.examples.signup.SignUp;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a build by Gradle gets of the library. */
class GradleTests {

    @Test
    void haveWhatTheLibraryNeedsAndNothingElse() {
        assertThat(Pattern.compile(File.pathSeparator).splitAsStream(System.getProperty("java.class.path")))
                .filteredOn(path -> path.endsWith(".jar"))
                .map(path -> Path.of(path).getFileName().toString().replaceFirst("-\\d.*", ""))
                .filteredOn(name -> !name.startsWith("junit-") && !name.startsWith("open"))
                .containsExactlyInAnyOrder(
                        "angus-activation",
                        "apiguardian-api",
                        "assertj-core",
                        "awaitility",
                        "byte-buddy",
                        "greenmail",
                        "hamcrest",
                        "jakarta.activation-api",
                        "jakarta.mail",
                        "jsoup",
                        "jspecify",
                        "postfixture-core",
                        "postfixture-junit5",
                        "slf4j-api");
    }

    @Test
    void areStrictAndLeaveTheirReportsInTheFolderOfTheBuild() {
        Path page =
                Path.of("build", "postfixture", Careless.class.getName().replace('$', '.'), "passes", "report.html");

        Throwable failure = failureOf(Careless.class);

        assertThat(failure).hasMessageContaining("nobody looked at mail");
        assertThat(failure.getSuppressed()[0]).hasMessageEndingWith("The whole report: " + page.toUri());
        assertThat(page).content().contains("Welcome");
    }

    private static Throwable failureOf(Class<?> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        listener);
        return listener.getSummary().getFailures().get(0).getException();
    }

    /** Leaves mail that it does not look at. */
    static class Careless {

        @Test
        @WithMailServer(accounts = "alice@example.org:secret")
        void passes(MailServer mail) throws Exception {
            new SignUp(mail.smtp().uri(), mail.smtp().uri()).register("alice@example.org");
        }
    }
}
