package io.github.postfixture.mail.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.inbound.MalformedMail;
import io.github.postfixture.mime.JakartaReader;
import io.github.postfixture.mime.Mime4jReader;
import io.github.postfixture.mime.ReadMessage;
import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What this library reads, and what two readers that are not ours do: each difference is a decision. */
class ReadingDifferenceTests {

    private static final Path DECISIONS = Path.of("src/test/resources/reading-differences.txt");

    @Test
    void everyDifferenceIsDecided() throws IOException {
        List<String> decided = decided().map(ReadingDifferenceTests::difference).toList();
        List<String> found = found();

        assertThat(Stream.concat(
                                found.stream()
                                        .filter(line -> !decided.contains(line))
                                        .map(line -> "add:    " + line + " | why?"),
                                decided.stream()
                                        .filter(line -> !found.contains(line))
                                        .map(line -> "remove: " + line))
                        .collect(Collectors.joining("\n")))
                .as("changes that %s needs, once each is understood", DECISIONS)
                .isEmpty();
    }

    @Test
    void everyDecisionHasAReason() throws IOException {
        assertThat(decided())
                .allSatisfy(line -> assertThat(List.of(line.split(" \\| ", -1)))
                        .hasSize(5)
                        .last()
                        .asString()
                        .containsPattern("RFC \\d{4}|Jakarta Mail|Mime4j|policy"));
    }

    private static List<String> found() {
        return messages()
                .flatMap(message -> {
                    ReadMessage ours = PostfixtureReader.read(message.octets());
                    byte[] bytes = message.octets().toByteArray();
                    return Stream.concat(
                            ReadingDifference.between(message.name(), ours, "Jakarta Mail", JakartaReader.read(bytes))
                                    .stream(),
                            ReadingDifference.between(message.name(), ours, "Mime4j", Mime4jReader.read(bytes))
                                    .stream());
                })
                .toList();
    }

    static Stream<DifficultMessage> messages() {
        return Stream.of(
                        DifficultMessages.all().stream(),
                        MisreadMessages.all().stream(),
                        Arrays.stream(MalformedMail.values())
                                .map(mail -> new DifficultMessage(mail.name(), Octets.of(mail.raw()))))
                .flatMap(messages -> messages);
    }

    private static Stream<String> decided() throws IOException {
        return Files.readString(DECISIONS, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String difference(String line) {
        return line.substring(0, line.lastIndexOf(" | "));
    }
}
