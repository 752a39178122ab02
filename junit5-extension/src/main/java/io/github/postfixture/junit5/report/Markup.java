package io.github.postfixture.junit5.report;

import io.github.postfixture.explanation.Printable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pieces of a page. */
final class Markup {

    private static final int LONGEST = 100_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_ROWS = 500;

    private Markup() {}

    /** Return the text so that it stands in one line of a page, in an attribute too, with what is not printable escaped. */
    static String escape(String text) {
        return source(Printable.line(text));
    }

    /** Return what a browser is to read itself, so that it may stand in an attribute. */
    static String source(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isShown(c) ? c : '\ufffd');
            }
        }
        return escaped.toString();
    }

    private static boolean isShown(char c) {
        return c >= ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Return a text laid out as it is; a very long one is cut, and says so. */
    static String text(String text) {
        String shown = text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "\n(" + (text.length() - LONGEST) + " more characters in the file)";
        return "<pre tabindex=\"0\">" + source(Printable.lines(shown)) + "</pre>";
    }

    /** Return a table of names and values, those without a value left out. */
    static String table(List<Map.Entry<String, String>> rows) {
        String left = rows.size() <= MOST_ROWS ? "" : "<p>(" + (rows.size() - MOST_ROWS) + " more in the file)</p>";
        return rows.stream()
                .limit(MOST_ROWS)
                .filter(row -> !row.getValue().isEmpty())
                .map(row -> "<tr><th scope=\"row\">" + escape(shortened(row.getKey())) + "</th><td>"
                        + escape(shortened(row.getValue())) + "</td></tr>")
                .collect(Collectors.joining("\n", "<div class=\"scroll\"><table>", "</table>" + left + "</div>"));
    }

    /**
     * Return panes of which one is shown at a time.
     *
     * @param id told apart from all other tabs of the page by this
     * @param panes title and content
     */
    static String tabs(String id, List<Map.Entry<String, String>> panes) {
        StringBuilder tabs = new StringBuilder("<div class=\"tabs\">\n");
        for (int i = 0; i < panes.size(); i++) {
            String pane = id + "-" + i;
            tabs.append("<input type=\"radio\" class=\"t%s\" name=\"%s\" id=\"%s\"%s><label for=\"%s\">%s</label>\n"
                    .formatted(
                            i,
                            id,
                            pane,
                            i == 0 ? " checked" : "",
                            pane,
                            escape(panes.get(i).getKey())));
        }
        for (int i = 0; i < panes.size(); i++) {
            tabs.append("<div class=\"pane p" + i + "\">")
                    .append(panes.get(i).getValue())
                    .append("</div>\n");
        }
        return tabs.append("</div>\n").toString();
    }

    /** Return a card that opens: a head of one line, and the rest. */
    static String card(String id, String kind, String head, String body, boolean open) {
        return "<details class=\"card %s\" id=\"%s\"%s>\n<summary>%s</summary>\n%s</details>\n"
                .formatted(kind, id, open ? " open" : "", head, body);
    }

    static String span(String kind, String text) {
        return "<span class=\"" + kind + "\">" + escape(shortened(text)) + "</span>";
    }

    /** Return what there is room for in a line. */
    static String shortened(String text) {
        int more = text.length() - LONGEST_LINE;
        return more <= 0 ? text : text.substring(0, LONGEST_LINE) + "... (" + more + " more)";
    }
}
