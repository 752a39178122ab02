package io.github.postfixture.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentReaderTests {

    private static ComponentStream read(String... lines) {
        return ComponentStream.read((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ContentLine line(String text) {
        return read("BEGIN:VCARD", text, "END:VCARD")
                .components()
                .get(0)
                .properties()
                .get(0);
    }

    private static List<String> findings(String... lines) {
        return read(lines).findings().stream().map(SyntaxFinding::toString).toList();
    }

    @Test
    void readsComponentsInTheirOrder() {
        ComponentStream stream = read(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "SUMMARY:One",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "END:VALARM",
                "END:VEVENT",
                "begin:vevent",
                "summary:Two",
                "end:vevent",
                "X-LAST:3",
                "END:VCALENDAR");

        Component calendar = stream.components().get(0);
        assertThat(stream.findings()).isEmpty();
        assertThat(calendar.components("VEVENT"))
                .extracting(event -> event.text("SUMMARY"))
                .containsExactly("One", "Two");
        assertThat(calendar.properties()).extracting(ContentLine::text).containsExactly("VERSION:2.0", "X-LAST:3");
        assertThat(calendar.components().get(0).components().get(0).value("action"))
                .isEqualTo("DISPLAY");
        assertThat(calendar.components().get(0).number()).isEqualTo(3);
        assertThat(calendar.properties().get(1).number()).isEqualTo(12);
    }

    @Test
    void joinsWhatIsFoldedWithinACharacter() {
        byte[] begin = "BEGIN:VCARD\r\nFN:J\u00f6rg".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        folded.write(begin, 0, begin.length - 3);
        folded.writeBytes("\r\n ".getBytes(StandardCharsets.UTF_8));
        folded.write(begin, begin.length - 3, 3);
        folded.writeBytes("\r\n\t  M\r\nEND:VCARD".getBytes(StandardCharsets.UTF_8));

        ComponentStream stream = ComponentStream.read(folded.toByteArray());

        assertThat(stream.components().get(0).text("FN")).isEqualTo("J\u00f6rg  M");
        assertThat(stream.findings()).isEmpty();
    }

    @Test
    void readsNamesGroupsAndParameters() {
        ContentLine line = line("item1.ADR;TYPE=home,work;Type=\"x;y:z\";X-NOTE=a^nb^'c^^d^e;BARE:;;1 Road\\, East;;");

        assertThat(line.group()).isEqualTo("item1");
        assertThat(line.name()).isEqualTo("ADR");
        assertThat(line.isNamed("adr")).isTrue();
        assertThat(line.types()).containsExactly("home", "work", "x;y:z", "bare");
        assertThat(line.parameter("x-note")).isEqualTo("a\nb\"c^d^e");
        assertThat(line.value()).isEqualTo(";;1 Road\\, East;;");
        assertThat(TextValue.parts(line.value())).hasSize(5);
        assertThat(line.textValue()).isEqualTo(";;1 Road, East;;");
    }

    @Test
    void readsQuotedPrintableOfOldCards() {
        ComponentStream stream = read(
                "BEGIN:VCARD",
                "VERSION:2.1",
                "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:J=F6rg is=",
                " here=0D=0Aagain",
                "TEL;HOME;VOICE:1",
                "END:VCARD");

        Component card = stream.components().get(0);
        assertThat(card.text("NOTE")).isEqualTo("J\u00f6rg is here\r\nagain");
        assertThat(card.property("TEL").orElseThrow().types()).containsExactly("home", "voice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\, b\\; c\\\\ d\\Ne\\nf | a, b; c\\ d/e/f",
                "\\ | \\",
                "a\\xb | axb",
            })
    void unescapesText(String value, String text) {
        assertThat(TextValue.unescape(value).replace('\n', '/')).isEqualTo(text);
    }

    @Test
    void saysWhatIsDamaged() {
        assertThat(findings(
                        "X-LOST:1",
                        "BEGIN:VCALENDAR",
                        "no colon at all",
                        "ATTENDEE;CN=\"Bob:mailto:bob@example.org",
                        "SUM MARY:x",
                        "BEGIN:VEVENT",
                        "END:VTODO",
                        "END:VCALENDAR",
                        "BEGIN:VCALENDAR"))
                .containsExactly(
                        "line 1 stands outside of a component: X-LOST:1",
                        "line 3 has no colon, and is passed over: no colon at all",
                        "line 4 has a quote that is not closed: ATTENDEE;CN=\"Bob:mailto:bob@example.org",
                        "line 5 has a name with characters that no name has: SUM MARY:x",
                        "line 7 ends what does not begin: VTODO",
                        "line 6 BEGIN:VEVENT is not closed before END:VCALENDAR in line 8",
                        "line 9 BEGIN:VCALENDAR is not closed");
    }

    @Test
    void saysWhichBytesAreNotUtf8AndWhichLineEndsAreBare() {
        ComponentStream stream =
                ComponentStream.read("BEGIN:VCARD\nFN:J\u00f6rg\nEND:VCARD\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(stream.components().get(0).text("FN")).isEqualTo("J\u00f6rg");
        assertThat(stream.findings().get(0))
                .hasToString("line 1 ends with LF alone, where CRLF is demanded (RFC 5545 section 3.1)");
        assertThat(stream.findings().get(1).toString()).startsWith("line 2 is not UTF-8, and was guessed: ");
    }

    @Test
    void writesWhatItReads() {
        Component event = Component.of(
                "VEVENT",
                List.of(
                        ContentLine.text("SUMMARY", "a,b;c\\d\ne"),
                        ContentLine.of("ATTENDEE", "mailto:bob@example.org").with("CN", "Bob \"B\"; x^y")),
                List.of(Component.of("VALARM", List.of(), List.of())));

        byte[] written = ComponentWriter.write(event);

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(
                        "BEGIN:VEVENT\r\nSUMMARY:a\\,b\\;c\\\\d\\ne\r\nATTENDEE;CN=\"Bob ^'B^'; x^^y\":mailto:bob@example.org\r\n"
                                + "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n");
        Component read = ComponentStream.read(written).components().get(0);
        assertThat(read.text("SUMMARY")).isEqualTo("a,b;c\\d\ne");
        assertThat(read.property("ATTENDEE").orElseThrow().parameter("CN")).isEqualTo("Bob \"B\"; x^y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00f6", "\u20ac", "\ud83d\ude00", "a\u00f6\u20ac\ud83d\ude00"})
    void foldsAt75OctetsBetweenCharacters(String character) {
        String text = character.repeat(300);

        byte[] written =
                ComponentWriter.write(Component.of("VCARD", List.of(ContentLine.text("NOTE", text)), List.of()));

        assertThat(new String(written, StandardCharsets.UTF_8).split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(ComponentStream.read(written).components().get(0).text("NOTE"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN:A\n",
                "END:A\n",
                "BEGIN:A\nEND:B\n",
                "\n ",
                "A;",
                "A;B=\"",
                "^",
                "\\",
                "N;ENCODING=QUOTED-PRINTABLE:=\n",
                "=\n",
                "\r",
                "\0",
                ":",
                "\u00ff"
            })
    @Timeout(60)
    void readsAnythingAtAnyLength(String piece) {
        String text = piece.repeat(4_000_000 / piece.length());

        ComponentStream bare = ComponentStream.read(text.getBytes(StandardCharsets.ISO_8859_1));
        ComponentStream card = ComponentStream.read(("BEGIN:VCARD\nA:" + text).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(bare.findings()).hasSizeLessThanOrEqualTo(100);
        assertThat(card.components()).isNotEmpty();
        card.components()
                .get(0)
                .properties()
                .forEach(line -> assertThat(line.parameters()).isNotNull());
    }

    @Test
    void passesOverWhatIsNestedTooDeeply() {
        ComponentStream stream = read("BEGIN:A\r\n".repeat(100), "X:1", "END:A\r\n".repeat(100), "BEGIN:B", "END:B");

        assertThat(stream.components()).extracting(Component::name).containsExactly("A", "B");
        assertThat(stream.findings())
                .extracting(SyntaxFinding::toString)
                .containsExactly("line 33 is nested deeper than 32 components, and is passed over: A");
    }
}
