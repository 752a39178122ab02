package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.github.postfixture.mail.corpus.PostfixtureReader;
import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the builder writes is what others read. */
class MessageBuilderReaderTests {

    private static final Instant DATE = Instant.parse("2026-11-24T12:00:00Z");

    static Stream<Composed> messages() {
        return Stream.of(
                        ComposedTexts.names().map(Composed::named),
                        ComposedTexts.subjects().map(Composed::about),
                        ComposedTexts.fileNames().map(Composed::file),
                        ComposedTexts.bodies().map(Composed::text),
                        ComposedTexts.bodies().map(Composed::alternatives),
                        ComposedTexts.bodies().map(Composed::attached))
                .flatMap(messages -> messages);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void thisLibraryReadsWhatWasWritten(Composed message) {
        assertThat(PostfixtureReader.read(message.message)).isEqualTo(message.expected);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void jakartaMailReadsWhatWasWritten(Composed message) {
        assertThat(JakartaReader.read(message.bytes())).isEqualTo(message.expected);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void mime4jReadsWhatWasWritten(Composed message) {
        assertThat(Mime4jReader.read(message.bytes())).isEqualTo(message.expected);
    }

    /** Python 3.11 puts spaces between the encoded words of a name, and strips the names of files. */
    @Test
    @Tag("real-client")
    void pythonReadsWhatWasWritten(@TempDir Path folder) {
        List<Composed> messages =
                messages().filter(message -> !message.hasNameOfSeveralWords()).toList();

        List<ReadMessage> read =
                PythonReader.read(messages.stream().map(Composed::bytes).toList(), folder);

        assertThat(read).hasSameSizeAs(messages);
        assertSoftly(softly -> {
            for (int i = 0; i < read.size(); i++) {
                softly.assertThat(read.get(i)).isEqualTo(messages.get(i).asPythonReads());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyLineIsOneOfAMessage(Composed message) {
        String text = message.message.text();
        String header = text.substring(0, text.indexOf("\r\n\r\n") + 2);

        assertThat(text).doesNotContainPattern("[^\\r]\\n|\\r[^\\n]").matches("\\p{ASCII}*");
        assertThat(text.lines()).allMatch(line -> line.length() <= 998);
        assertThat(header.lines()).noneMatch(String::isBlank);
        assertThat(header.lines().filter(line -> line.contains("=?"))).allMatch(line -> line.length() <= 76);
    }

    /**
     * A message that was written, and what is to be read of it.
     *
     * @param what the text that is difficult
     * @param message the message
     * @param expected what is to be read
     */
    private record Composed(String what, Octets message, ReadMessage expected) {

        static Composed named(String name) {
            MessageBuilder message = new MessageBuilder()
                    .address("From", name, "carol@example.net")
                    .header("To", "help@example.org")
                    .address("To", name, "b.o'b+tag@example.org")
                    .address("Cc", name, "dave@example.com")
                    .address("Reply-To", name, "r@example.net")
                    .text("Hi");
            return of(name, message, expected("", name, "text/plain", List.of("Hi"), List.of()));
        }

        static Composed about(String subject) {
            return of(
                    subject,
                    begun().header("Subject", subject).text("Hi"),
                    expected(subject, "", "text/plain", List.of("Hi"), List.of()));
        }

        static Composed file(String name) {
            return of(
                    name,
                    begun().text("Hi")
                            .attach(BodyPart.of(
                                            "application/pdf",
                                            output -> output.write(name.getBytes(StandardCharsets.UTF_8)))
                                    .attachment(name)),
                    expected(
                            "",
                            "",
                            "multipart/mixed(text/plain, application/pdf)",
                            List.of("Hi"),
                            List.of(ReadMessage.file(name, name))));
        }

        static Composed text(String body) {
            return of(body, begun().text(body), expected("", "", "text/plain", List.of(lines(body)), List.of()));
        }

        static Composed alternatives(String body) {
            return of(
                    body,
                    begun().text(body).html(body),
                    expected(
                            "",
                            "",
                            "multipart/alternative(text/plain, text/html)",
                            List.of(lines(body), lines(body)),
                            List.of()));
        }

        static Composed attached(String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return of(
                    body,
                    begun().html("Hi")
                            .attach(BodyPart.of("text/csv; charset=utf-8", output -> output.write(bytes))
                                    .attachment("a.csv")),
                    expected(
                            "",
                            "",
                            "multipart/mixed(text/html, text/csv)",
                            List.of("Hi", body),
                            List.of(ReadMessage.file("a.csv", body))));
        }

        private static MessageBuilder begun() {
            return new MessageBuilder()
                    .header("From", "carol@example.net")
                    .header("To", "help@example.org, b.o'b+tag@example.org")
                    .header("Cc", "dave@example.com")
                    .header("Reply-To", "r@example.net");
        }

        private static Composed of(String what, MessageBuilder message, ReadMessage expected) {
            return new Composed(what, message.date(DATE).build(), expected);
        }

        private static ReadMessage expected(
                String subject, String name, String structure, List<String> texts, List<String> files) {
            return new ReadMessage(
                    subject,
                    List.of(ReadMessage.address(name, "carol@example.net")),
                    List.of(
                            ReadMessage.address("", "help@example.org"),
                            ReadMessage.address(name, "b.o'b+tag@example.org")),
                    List.of(ReadMessage.address(name, "dave@example.com")),
                    List.of(ReadMessage.address(name, "r@example.net")),
                    DATE.toString(),
                    structure,
                    texts,
                    files);
        }

        private static String lines(String text) {
            return text.replace("\r\n", "\n").replace("\n", "\r\n");
        }

        byte[] bytes() {
            return message.toByteArray();
        }

        boolean hasNameOfSeveralWords() {
            String from = message.text().split("To:", 2)[0];
            return from.split("=\\?UTF-8\\?", -1).length > 2;
        }

        ReadMessage asPythonReads() {
            return new ReadMessage(
                    expected.subject(),
                    expected.from(),
                    expected.to(),
                    expected.cc(),
                    expected.replyTo(),
                    "",
                    expected.structure(),
                    expected.texts(),
                    expected.files().stream().map(String::strip).toList());
        }

        @Override
        public String toString() {
            return what.length() > 40 ? what.substring(0, 40) + ".." : what;
        }
    }
}
