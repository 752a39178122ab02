package io.github.postfixture.page;

import io.github.postfixture.explanation.FailureMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A text that somebody has looked at and approved, in a file. */
record Approval(Path approved) {

    /** Return what is wrong with a text, if something is; the text then lies beside the file. */
    Optional<FailureMessage> reject(String received) {
        try {
            Optional<String> fault = fault(received);
            if (fault.isPresent()) {
                Files.writeString(receivedFile(), received);
            } else {
                Files.deleteIfExists(receivedFile());
            }
            return fault.map(reason -> FailureMessage.expected("the content to be as approved in " + approved, reason)
                    .with("To approve what was received:\n  mv " + receivedFile() + " " + approved));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> fault(String received) throws IOException {
        if (Files.notExists(approved)) {
            return Optional.of("nothing is approved yet");
        }
        List<String> expected = Files.readString(approved).lines().toList();
        List<String> found = received.lines().toList();
        return expected.equals(found) ? Optional.empty() : Optional.of(difference(expected, found));
    }

    private static String difference(List<String> expected, List<String> found) {
        int line = 0;
        while (line < Math.min(expected.size(), found.size())
                && expected.get(line).equals(found.get(line))) {
            line++;
        }
        return "line " + (line + 1) + " is " + lineOf(found, line) + " instead of " + lineOf(expected, line);
    }

    private static String lineOf(List<String> lines, int line) {
        return line < lines.size() ? '"' + lines.get(line) + '"' : "missing";
    }

    private Path receivedFile() {
        return approved.resolveSibling(approved.getFileName() + ".received");
    }
}
