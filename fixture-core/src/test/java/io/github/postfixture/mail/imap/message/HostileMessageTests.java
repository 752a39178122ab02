package io.github.postfixture.mail.imap.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are made to break what reads them. */
class HostileMessageTests {

    private static final List<String> PIECES = List.of(
            "Content-Type: multipart/mixed; boundary=b",
            "Content-Type: multipart/digest; boundary=\"b",
            "Content-Type: message/rfc822",
            "Content-Type: text/plain; charset=",
            "Content-Disposition: ;=;\"",
            "Content-Language: ,,",
            "Content-Transfer-Encoding: \"",
            "From: \"(<@:;,>",
            "To: :;:;<<>>\\",
            "Sender: (((",
            "Subject: =?=?x?q?=?=",
            "\r\n",
            "\r\n",
            "\n",
            "\r",
            "--b\r\n",
            "--b--\r\n",
            "--",
            ": ",
            " ",
            "\0",
            "\u00ff",
            "{5}\r\n",
            "=");

    private static final String HEADER = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    private static final String BOUNDARY = "--b\r\n";

    static List<String> deepMessages() {
        return List.of(
                nested(1_000),
                "Content-Type: message/rfc822\r\n\r\n".repeat(1_000),
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(1_000),
                "Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n\r\n".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("deepMessages")
    void nestedDeeplyAreReadAHundredLevelsDeep(String text) throws BadSyntaxException {
        ImapMessage message = ImapMessage.of(Octets.of(text));

        assertThat(message.message().root().all().count()).isBetween(101L, 2_001L);
        assertThat(message.bodyStructure()).startsWith("(").endsWith(")");
        assertThat(message.section(SectionSpec.parse("1".concat(".1".repeat(2_000)))))
                .isEmpty();
    }

    @Test
    void withTenThousandFieldsShowThemAll() throws BadSyntaxException {
        String header = "X-Filler: x\r\n".repeat(10_000) + "Subject: last\r\n\r\n";
        ImapMessage message = ImapMessage.of(Octets.of(header + "text"));

        assertThat(message.message().header().fields()).hasSize(10_001);
        assertThat(message.envelope()).startsWith("(NIL \"last\" ");
        assertThat(message.section(SectionSpec.parse("HEADER")).orElseThrow().text())
                .isEqualTo(header);
        assertThat(message.section(SectionSpec.parse("HEADER.FIELDS.NOT (x-filler)"))
                        .orElseThrow()
                        .text())
                .isEqualTo("Subject: last\r\n\r\n");
    }

    @Test
    void withMorePartsThanAnybodyReadsShowTenThousand() {
        ImapMessage message = ImapMessage.of(
                Octets.of("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n".repeat(20_000)));

        assertThat(message.message().root().parts().size()).isEqualTo(10_000);
    }

    @Test
    void withAMillionOpenedCommentsAndQuotesAreRead() {
        String opened = "(".repeat(1_000_000);

        assertThat(ImapMessage.of(Octets.of("To: " + opened + "\r\n\r\n")).envelope())
                .isEqualTo("(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)");
        assertThat(ImapMessage.of(Octets.of("Content-Type: text/html;" + "\"\\".repeat(500_000) + "\r\n\r\n"))
                        .body())
                .startsWith("(\"text\" \"html\"");
    }

    @Test
    void ofThirtyMegabytesAreCutNotCopied() throws BadSyntaxException {
        Octets large = large(30 << 20);
        ImapMessage message = ImapMessage.of(large);

        assertThat(message.section(SectionSpec.parse("1")).orElseThrow().length())
                .isEqualTo(large.length() - HEADER.length() - 2L * BOUNDARY.length() - 4);
        assertThat(message.bodyStructure()).endsWith(" \"mixed\" (\"boundary\" \"b\") NIL NIL NIL)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void madeOfGarbageAnswerEverything(long seed) throws BadSyntaxException {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String text = garbage(random);
            ImapMessage message = ImapMessage.of(Octets.of(text));

            assertThat(message.envelope()).startsWith("(").endsWith(")");
            assertThat(message.body()).startsWith("(").endsWith(")");
            assertThat(message.bodyStructure()).startsWith("(").endsWith(")");
            assertThat(text(message, "HEADER") + text(message, "TEXT")).isEqualTo(text);
            assertThat(message.section(SectionSpec.parse("1")).isPresent()).isTrue();
            message.message()
                    .root()
                    .all()
                    .forEach(part -> assertThat(text).contains(part.body().text()));
        }
    }

    private static Octets large(int length) {
        Octets.Collector collector = new Octets.Collector();
        byte[] begin = (HEADER + BOUNDARY + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] line = ("A".repeat(76) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] end = ("\r\n" + BOUNDARY).getBytes(StandardCharsets.ISO_8859_1);
        collector.add(begin, 0, begin.length);
        while (collector.length() < length) {
            collector.add(line, 0, line.length);
        }
        collector.add(end, 0, end.length);
        return collector.collected();
    }

    private static String garbage(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String nested(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String text(ImapMessage message, String section) throws BadSyntaxException {
        return message.section(SectionSpec.parse(section)).orElseThrow().text();
    }
}
