package io.github.postfixture.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextDifferenceTests {

    @Test
    void marksWhereLinesDiffer() {
        assertThat(rows("Dear Alice\nthree packets\nYours", "Dear Alice\ntwo packets\nYours"))
                .isEqualTo(
                        "both:Dear Alice|expected:t<del>hree</del> packets|actual:t<ins>wo</ins> packets|both:Yours");
    }

    @Test
    void showsBlanksWhereNothingElseDiffers() {
        assertThat(rows("a  b ", "a\tb"))
                .isEqualTo("expected:a<del>\u00b7\u00b7b\u00b7</del>|actual:a<ins>\u21e5b</ins>");
    }

    @Test
    void showsTheEndsOfLinesWhereNothingElseDiffers() {
        assertThat(rows("a\r\nb", "a\nb")).contains("\u240d", "\u240a").contains("both:b");
        assertThat(rows("a\n", "a")).contains("<del>\u240a</del>");
    }

    @Test
    void showsLinesThatOnlyOneSideHas() {
        assertThat(rows("a\nb\nc", "a\nc\nd")).isEqualTo("both:a|expected:b|both:c|actual:d");
        assertThat(rows("", "x")).isEqualTo("actual:x");
        assertThat(rows("x\nx", "x")).isEqualTo("both:x|expected:x");
    }

    @Test
    void doesNotTearALetterApart() {
        assertThat(rows("\ud83c\udf75", "\ud83c\udf76"))
                .isEqualTo("expected:<del>\ud83c\udf75</del>|actual:<ins>\ud83c\udf76</ins>");
    }

    @Test
    void escapesWhatTheTextsSay() {
        assertThat(rows("<b>", "<i>")).isEqualTo("expected:&lt;<del>b</del>&gt;|actual:&lt;<ins>i</ins>&gt;");
    }

    @Test
    void foldsWhatIsTheSameForLong() {
        String same = lines(0, 10);

        assertThat(rows(same + "x", same + "y"))
                .isEqualTo("note:(7 lines)|both:7|both:8|both:9|expected:<del>x</del>|actual:<ins>y</ins>");
    }

    @Test
    @Timeout(60)
    void givesUpComparingTextsThatAreTooLong() {
        String table = TextDifference.of("a\n" + lines(0, 30_000) + "z", "a\n" + lines(50_000, 80_000) + "z")
                .toString();

        assertThat(table).contains("<del>", "<ins>").hasSizeLessThan(200_000);
    }

    private static String lines(int begin, int end) {
        return IntStream.range(begin, end).mapToObj(line -> line + "\n").collect(Collectors.joining());
    }

    /** Return the rows of the table: their class and text. */
    private static String rows(String expected, String actual) {
        String table = TextDifference.of(expected, actual).toString();
        return table.substring(table.indexOf("<tbody>") + 7, table.indexOf("</tbody>"))
                .replaceAll("<tr class=\"(\\w+)\">(?:<td>|<th scope=\"row\">\\w*)</t[hd]><td>(.*?)</td></tr>", "$1:$2|")
                .replaceAll("\\|$", "");
    }
}
