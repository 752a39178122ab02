package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.html.Markup;
import org.junit.jupiter.api.Test;

class MailPartsTests {

    private static final String MAIL = """
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: text/plain; charset=us-ascii

            T\u00e9a
            --m
            Content-Type: text/html

            <a href="https://example.org/help?<x>">Help</a>
            --m
            Content-Type: image/png; name="a<b.png"
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --m
            Content-Type: text/csv
            Content-Disposition: attachment; filename=../../list.csv/..

            1
            --m--
            """;

    @Test
    void showTypesCharsetsAndSizesAndWhereTheirFilesAre() {
        String table = MailParts.of(ReceivedMail.parse(MAIL), number -> "mails/1.part" + number)
                .toString();

        assertThat(table)
                .contains(
                        "<td class=\"depth0\">multipart/mixed</td><td></td><td></td><td class=\"number\"></td><td></td>",
                        "<td class=\"depth1\">text/plain</td><td>us-ascii; ",
                        "<td class=\"depth1\">text/html</td><td>none declared</td><td>7bit</td>",
                        "image/png \u201ca&lt;b.png\u201d</td><td></td><td>base64</td><td class=\"number\">5 bytes</td>",
                        "<img class=\"preview\" alt=\"a&lt;b.png\" src=\"data:image/png;base64,aGVsbG8=\">"
                                + "<a href=\"mails/1.part3\">",
                        "<a href=\"mails/1.part4\">")
                .doesNotContain("mails/1.part1", "mails/1.part2");
    }

    @Test
    void nameFilesByPlainEndingsOnly() {
        assertThat(MailParts.of(ReceivedMail.parse(MAIL)).files())
                .extracting(MailParts.Part::extension)
                .containsExactly(".png", ".csv");
        assertThat(MailParts.of(ReceivedMail.parse("Content-Type: a/b..c\r\n\r\nx"))
                        .files())
                .extracting(MailParts.Part::extension)
                .containsExactly(".bin");
    }

    @Test
    void leadToWhatTheirLinksHaveOpened() {
        assertThat(MailLinks.of(ReceivedMail.parse(MAIL), address -> Markup.text("seen " + address)))
                .hasValueSatisfying(links -> assertThat(links.toString())
                        .contains("<td>Help</td><td>https://example.org/help?", "<td>seen https://example.org/help?")
                        .doesNotContain("<x>"));
        assertThat(MailLinks.of(ReceivedMail.parse("\r\nHello"), address -> Markup.NONE))
                .isEmpty();
    }
}
