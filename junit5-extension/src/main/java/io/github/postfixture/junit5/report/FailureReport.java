package io.github.postfixture.junit5.report;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that tell what the servers of a test saw: {@code timeline.txt}, those of the events that have some, such as
 * the {@code .eml} of a message, and {@code report.html}, which shows all of it and needs nothing else.
 *
 * <p>Not safe for use by several threads.
 */
public final class FailureReport {

    private final Path directory;
    private final Timeline timeline;
    private final ReportFiles files;
    private final ReportCards cards;
    private int written;

    /** Prepare to write to a directory; what an earlier run left there is deleted by the first write. */
    public FailureReport(Path directory, Timeline timeline) {
        this.directory = directory;
        this.timeline = timeline;
        files = new ReportFiles(directory);
        cards = new ReportCards(timeline);
    }

    /** Return the page, whether it has been written or not. */
    public Path page() {
        return pageIn(directory);
    }

    /** Return which page of a directory is that of the report, whether it has been written or not. */
    public static Path pageIn(Path directory) {
        return directory.resolve("report.html");
    }

    /** Write what has come since the last write, all but the page; everything, if that one failed. */
    public void writeFiles() throws IOException {
        if (written == 0) {
            clear();
        }
        List<Event> news = timeline.awaitEventsAfter(written, Duration.ZERO);
        int seen = written;
        written = 0;
        files.addLines(news);
        files.write(cards.add(news));
        written = seen + news.size();
    }

    /** Write what has come since the last write, and the page. */
    public void write(TestOutcome outcome) throws IOException {
        writeFiles();
        files.write(cards.add(timeline.trace()));
        files.writeLines(timeline.trace());
        String page = new ReportPage(timeline, outcome, cards).render();
        Files.write(page(), page.getBytes(StandardCharsets.UTF_8));
    }

    private void clear() throws IOException {
        if (Files.exists(directory)) {
            Files.walkFileTree(directory, new Deleting());
        }
        files.forget();
        cards.clear();
        Files.createDirectories(directory);
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
