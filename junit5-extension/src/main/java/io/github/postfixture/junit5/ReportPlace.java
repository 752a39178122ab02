package io.github.postfixture.junit5;

import io.github.postfixture.junit5.report.FailureReport;
import io.github.postfixture.junit5.report.HtmlPictures;
import io.github.postfixture.junit5.report.SourceExcerpt;
import io.github.postfixture.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/** Where the report of a test goes, and whether it is wanted of a test that passes. */
final class ReportPlace {

    private static final String DIRECTORY = "postfixture.directory";
    private static final String SCREENSHOTS = "postfixture.screenshots";
    private static final String RECORD = "postfixture.record";

    private final ExtensionContext test;

    ReportPlace(ExtensionContext test) {
        this.test = test;
    }

    /** Return the directory of this test, whether it exists or not. */
    Path directory() {
        return base().resolve(ReportFolder.of(test));
    }

    /** Return where the page of this test goes. */
    Path page() {
        return FailureReport.pageIn(directory());
    }

    /** Return whether everything is written as it comes. */
    boolean recordsAll() {
        return test.getConfigurationParameter(RECORD).filter("all"::equals).isPresent();
    }

    /** Return the report of this test, with pictures if they are wanted and can be taken. */
    FailureReport report(Timeline timeline) {
        FailureReport report = new FailureReport(directory(), timeline);
        return test.getConfigurationParameter(SCREENSHOTS)
                .filter("true"::equals)
                .flatMap(wanted -> HtmlPictures.withBrowserOfThisMachine())
                .map(report::withPictures)
                .orElse(report);
    }

    /** Return the name of the test for a person. */
    String title() {
        return test.getRequiredTestClass().getSimpleName() + ": " + test.getDisplayName();
    }

    /** Return the line of the test at which something was thrown, if it was thrown there. */
    Optional<SourceExcerpt> source(Throwable failure) {
        Class<?> type = test.getRequiredTestClass();
        Path project = BuildFolder.of(type).toAbsolutePath().resolveSibling(".").normalize();
        return SourceExcerpt.of(failure, type, project);
    }

    /** Hand the page to JUnit's own reporting, which has a place for files since 5.12. */
    void publish(Path page) {
        try {
            test.publishDirectory(
                    "postfixture",
                    place -> Files.copy(page, place.resolve(page.getFileName()), StandardCopyOption.REPLACE_EXISTING));
        } catch (NoSuchMethodError | JUnitException e) {
            // A JUnit without a place for files; the path in the failure has to do.
        }
    }

    private Path base() {
        return test.getConfigurationParameter(DIRECTORY)
                .map(Path::of)
                .orElseGet(() -> BuildFolder.of(test.getRequiredTestClass()).resolve("postfixture"));
    }
}
