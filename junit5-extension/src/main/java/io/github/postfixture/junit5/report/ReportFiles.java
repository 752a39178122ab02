package io.github.postfixture.junit5.report;

import io.github.postfixture.timeline.CardFile;
import io.github.postfixture.timeline.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The plain files of a report. */
final class ReportFiles {

    private final Path directory;
    private final Map<ReportCard, Long> growing = new HashMap<>();

    ReportFiles(Path directory) {
        this.directory = directory;
    }

    /** Take note that nothing is written any more. */
    void forget() {
        growing.clear();
    }

    /** Add lines to the timeline. */
    void addLines(List<Event> events) throws IOException {
        if (!events.isEmpty()) {
            write("timeline.txt", inLines(events), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** Write the timeline anew, with what was not known of it before. */
    void writeLines(List<Event> events) throws IOException {
        write("timeline.txt", inLines(events));
    }

    private static String inLines(List<Event> events) {
        return events.stream().map(event -> event + "\n").collect(Collectors.joining());
    }

    /** Write the files of cards that are new, and of those that say more than when they were written. */
    void write(List<ReportCard> news) throws IOException {
        for (ReportCard card : news) {
            write(card);
            if (card.card().version() != 0) {
                growing.put(card, card.card().version());
            }
        }
        for (Map.Entry<ReportCard, Long> known : growing.entrySet()) {
            long version = known.getKey().card().version();
            if (!known.setValue(version).equals(version)) {
                write(known.getKey());
            }
        }
    }

    private void write(ReportCard card) throws IOException {
        for (CardFile file : card.card().files()) {
            write(card.address(file.suffix()), file.content().get());
        }
    }

    private void write(String name, String text, OpenOption... how) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8), how);
    }

    private void write(String name, byte[] content, OpenOption... how) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, content, how);
    }
}
