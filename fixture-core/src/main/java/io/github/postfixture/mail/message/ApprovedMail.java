package io.github.postfixture.mail.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail in a file that somebody has approved. Each byte is a character, so that no charset gets in the way. */
final class ApprovedMail {

    private static final Pattern FIELD =
            Pattern.compile("(?is)(?:(Received)|(Message-ID|In-Reply-To|References)|(Date|Delivery-Date)): .*+");
    private static final Pattern CONTENT_ID = Pattern.compile("(?im)^Content-ID: *<?([^>\\s]+)>?");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)\\bboundary=\"?([^\"\\s;]+)\"?");

    private static final int MOST_NUMBERED = 1000;

    private final Path file;

    ApprovedMail(Path file) {
        this.file = file;
    }

    /** Return the mail without what differs from run to run. */
    static String scrubbed(ReceivedMail mail) {
        String text = new String(mail.raw(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        text = withoutRun(text);
        text = numbered(text, CONTENT_ID, "content-id");
        return numbered(text, BOUNDARY, "boundary");
    }

    /** Leave out what hosts on the way have added, and replace ids and dates, folded or not. */
    private static String withoutRun(String text) {
        StringJoiner kept = new StringJoiner("\n");
        boolean skipping = false;
        for (String line : text.split("\n", -1)) {
            Matcher field = FIELD.matcher(line);
            boolean found = field.matches();
            skipping = found ? field.group(3) == null : skipping && (line.startsWith(" ") || line.startsWith("\t"));
            if (found && field.group(1) == null) {
                kept.add(field.group(2) == null ? field.group(3) + ": (date)" : field.group(2) + ": (id)");
            } else if (!found && !skipping) {
                kept.add(line);
            }
        }
        return kept.toString();
    }

    /** Return what was approved; empty if nothing was. */
    String text() {
        return Files.exists(file) ? read() : "";
    }

    /** Write what was received beside the file. */
    Path keep(String received) {
        try {
            return Files.write(beside(), received.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Delete what an earlier run has kept. */
    void forget() {
        try {
            Files.deleteIfExists(beside());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String firstDifference(String received) {
        if (!Files.exists(file)) {
            return "there is no such file yet";
        }
        List<String> expected = text().lines().toList();
        List<String> found = received.lines().toList();
        int line = 0;
        while (line < Math.min(expected.size(), found.size())
                && expected.get(line).equals(found.get(line))) {
            line++;
        }
        return "line " + (line + 1) + " is " + line(found, line) + " instead of " + line(expected, line);
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? MessageText.quoted(utf8(lines.get(index))) : "(no line)";
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String numbered(String text, Pattern pattern, String name) {
        List<String> values = pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .limit(MOST_NUMBERED)
                .toList();
        String scrubbed = text;
        for (int i = 0; i < values.size(); i++) {
            scrubbed = scrubbed.replace(values.get(i), "(" + name + " " + (i + 1) + ")");
        }
        return scrubbed;
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path beside() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String kept = dot < 0 ? name + ".received" : name.substring(0, dot) + ".received" + name.substring(dot);
        return file.resolveSibling(kept);
    }
}
