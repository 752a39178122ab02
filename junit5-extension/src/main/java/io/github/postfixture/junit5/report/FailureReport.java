package io.github.postfixture.junit5.report;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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

    /** Show the HTML of mails as pictures too. */
    public FailureReport withPictures(HtmlPictures pictures) {
        cards.takePictures(pictures);
        return this;
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
        DeletedFolder.delete(directory);
        files.forget();
        cards.clear();
        Files.createDirectories(directory);
    }
}
