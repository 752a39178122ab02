package io.github.postfixture.junit5.report;

import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.net.Dialogue;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.web.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The plain files of a report. */
final class ReportFiles {

    private final Path directory;
    private final List<Event> dialogues = new ArrayList<>();
    private final Map<Integer, Integer> told = new HashMap<>();

    ReportFiles(Path directory) {
        this.directory = directory;
    }

    /** Return where a mail is, seen from the report. */
    static String mail(ReceivedMail mail) {
        return "mails/" + mail.number() + ".eml";
    }

    /** Return where an exchange is, seen from the report. */
    static String exchange(Event event) {
        return "exchanges/" + event.number() + ".txt";
    }

    /** Return where a dialogue is, seen from the report. */
    static String dialogue(Event event) {
        return "dialogues/" + event.number() + "." + event.source() + ".txt";
    }

    /** Take note that nothing is written any more. */
    void forget() {
        told.clear();
        dialogues.clear();
    }

    void write(List<Event> events) throws IOException {
        for (Event event : events) {
            write(event);
        }
        if (!events.isEmpty()) {
            String lines = events.stream().map(event -> event + "\n").collect(Collectors.joining());
            write("timeline.txt", lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** Write the dialogues that are new, and those that have gone on since they were written. */
    void writeDialogues(List<Event> news) throws IOException {
        news.stream().filter(event -> event.detail() instanceof Dialogue).forEach(dialogues::add);
        for (Event event : dialogues) {
            if (event.detail() instanceof Dialogue dialogue && grew(event, dialogue)) {
                write(dialogue(event), dialogue.transcript() + "\n");
            }
        }
    }

    private boolean grew(Event event, Dialogue dialogue) {
        int lines = dialogue.transcript().size();
        return !Objects.equals(told.put(event.number(), lines), lines);
    }

    private void write(Event event) throws IOException {
        if (event.detail() instanceof ReceivedMail mail) {
            write(mail(mail), mail.raw());
            write("mails/" + mail.number() + ".smtp.txt", String.join("\n", mail.transcript()) + "\n");
        } else if (event.detail() instanceof Exchange exchange) {
            write(exchange(event), ExchangeText.of(exchange));
        } else if (event.detail() instanceof Attempt attempt) {
            write(dialogue(event), String.join("\n", attempt.transcript()) + "\n");
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
