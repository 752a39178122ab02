package io.github.postfixture.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkupTests {

    @Test
    void keepsTextOutOfTheMarkup() {
        assertThat(Markup.text("<a href=\"'x'\">&\u0000\u001b</a>\n"))
                .hasToString("&lt;a href=&quot;&#39;x&#39;&quot;&gt;&amp;\\u0000\\u001b&lt;/a&gt;\\n");
    }

    @Test
    void keepsTheLinesOfATextThatHasSome() {
        assertThat(Markup.lines("<one>\r\ntwo\u202e\r")).hasToString("&lt;one&gt;\r\ntwo\\u202e\\r");
    }

    @Test
    void cutsALineThatIsTooLong() {
        assertThat(Markup.text("x".repeat(1_001)).toString()).endsWith("xx... (1 more)");
    }

    @Test
    void keepsTextOutOfTheAttributes() {
        assertThat(Markup.element("p", "a\"b")
                        .with("title", "'\u001b<")
                        .flag("open", true)
                        .flag("hidden", false)
                        .text("<"))
                .hasToString("<p class=\"a&quot;b\" title=\"&#39;\\u001b&lt;\" open>&lt;</p>");
    }

    @Test
    void handsADocumentToItsFrameAsItIsButForWhatNoDocumentHolds() {
        assertThat(Markup.element("iframe")
                        .withDocument("<p>\u202e\u0000&amp;</p>")
                        .holding())
                .hasToString("<iframe srcdoc=\"&lt;p&gt;\u202e\ufffd&amp;amp;&lt;/p&gt;\"></iframe>");
    }

    @Test
    void cutsATextAndSaysWhereTheRestIs() {
        assertThat(PreformattedText.of("abc", 2, "mails/1.eml"))
                .hasToString("<pre tabindex=\"0\">ab</pre><p class=\"note\">1 more characters are in "
                        + "<a href=\"mails/1.eml\">mails/1.eml</a></p>");
        assertThat(PreformattedText.of("abc", 3, "mails/1.eml")).hasToString("<pre tabindex=\"0\">abc</pre>");
    }

    @Test
    void cutsALongTable() {
        List<Map.Entry<String, String>> rows = IntStream.range(0, 502)
                .mapToObj(row -> Map.entry("n" + row, row == 1 ? "" : "v"))
                .toList();

        assertThat(NameValueTable.of(rows).toString())
                .contains(
                        "<th scope=\"row\">n0</th><td>v</td>", ">n499<", "<p class=\"note\">2 more are in the file</p>")
                .doesNotContain(">n1<", ">n500<");
    }

    @Test
    void breaksLongNamesBetweenTheirWords() {
        assertThat(Markup.breakable("a.ShopCase.logsIn(ShopCase.java:7) <b>"))
                .hasToString("a.<wbr>Shop<wbr>Case.<wbr>logs<wbr>In(Shop<wbr>Case.<wbr>java:7) &lt;b&gt;");
    }

    @Test
    void showsThePaneThatASentenceIsAbout() {
        List<TabPanes.Pane> panes = List.of(
                new TabPanes.Pane("A", Markup.NONE),
                new TabPanes.Pane("B", Markup.NONE).about("status "),
                new TabPanes.Pane("C", Markup.NONE).about("header "));

        assertThat(TabPanes.of("x", panes, "Expected header Date but there is none.")
                        .toString())
                .contains("id=\"x-2\" checked>")
                .doesNotContain("id=\"x-0\" checked>");
        assertThat(TabPanes.of("x", panes, "Expected the text").toString()).contains("id=\"x-0\" checked>");
    }

    @Test
    void showsTheFirstOfItsPanes() {
        assertThat(TabPanes.of(
                        "x", List.of(new TabPanes.Pane("A", Markup.text("1")), new TabPanes.Pane("B", Markup.NONE))))
                .hasToString(
                        "<div class=\"tabs\"><input class=\"t0\" type=\"radio\" name=\"x\" id=\"x-0\" checked>"
                                + "<label for=\"x-0\">A</label><input class=\"t1\" type=\"radio\" name=\"x\" id=\"x-1\">"
                                + "<label for=\"x-1\">B</label><div class=\"pane p0\">1</div><div class=\"pane p1\"></div></div>");
    }
}
