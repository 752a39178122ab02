package io.github.postfixture.page;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * What a reader meets on a page, a line for each block: headings, text, links, pictures, forms and tables. It tells
 * nothing of style, and nothing that changes from run to run, such as the port, hidden fields and scripts.
 */
final class TextRendering implements NodeFilter {

    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript", "head");

    private final URI page;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int rows;

    private TextRendering(URI page) {
        this.page = page;
    }

    static String of(Document document) {
        TextRendering transcription = new TextRendering(ReferenceParser.parse(document.location()));
        transcription.line.append("title: ").append(document.title());
        transcription.endLine();
        document.body().filter(transcription);
        transcription.endLine();
        return transcription.lines.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
        }
        return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name) || element.hasAttr("hidden")) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.isBlock()) {
            endLine();
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                line.append("#".repeat(name.charAt(1) - '0')).append(' ');
            case "li" -> line.append("- ");
            case "tr" -> row();
            case "td", "th" -> line.append(' ');
            case "br" -> endLine();
            case "a" -> line.append('[');
            case "img" -> line.append("![").append(element.attr("alt")).append(']');
            case "button" -> line.append("{button ");
            case "form" -> form(element);
            default -> line.append(field(element));
        }
        return element.is("select, textarea, input") ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
    }

    private void close(Element element) {
        switch (element.normalName()) {
            case "a" -> line.append("](").append(address(element, "href")).append(')');
            case "button" -> line.append('}');
            case "td", "th" -> line.append(" |");
            case "tr" -> endRow();
            default -> {
                if (element.isBlock()) {
                    endLine();
                }
            }
        }
    }

    private void row() {
        rows++;
        line.append('|');
    }

    private void endRow() {
        rows--;
        endLine();
    }

    private void form(Element form) {
        String method = form.attr("method").equalsIgnoreCase("post") ? "post" : "get";
        line.append("form ").append(method).append(' ').append(address(form, "action"));
        endLine();
    }

    private String field(Element control) {
        return Field.of(control).stream()
                .filter(field -> field.kind() != Field.Kind.HIDDEN)
                .map(field -> "{" + mark(field) + field.name() + ": " + shown(field) + "} ")
                .collect(Collectors.joining());
    }

    private static String mark(Field field) {
        return !field.isChosen() ? "" : field.sent() ? "x " : "_ ";
    }

    private static String shown(Field field) {
        return field.label().isEmpty() ? field.value() : field.label();
    }

    private String address(Element element, String attribute) {
        URI target = ReferenceParser.resolve(ReferenceParser.parse(element.baseUri()), element.attr(attribute));
        boolean own = target.getHost() != null && WebOrigin.of(target).equals(WebOrigin.of(page));
        return own ? target.toString().replaceFirst("^[^/]*//[^/?#]*", "") : target.toString();
    }

    /** End the line, unless it is that of a row of a table. */
    private void endLine() {
        if (rows > 0) {
            line.append(' ');
            return;
        }
        String text = ReadableText.normalised(line.toString());
        line.setLength(0);
        if (!text.isEmpty()) {
            lines.append(text).append('\n');
        }
    }
}
