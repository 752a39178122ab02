package io.github.postfixture.mail.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Collects the text of markup: an empty line between blocks, such as the cells of a table, and a line break for each {@code br}. */
final class Paragraphs implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();
    private String pending = "";

    String text() {
        return text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText().replaceAll("[\\s\u00a0]++", " "));
        } else if (node instanceof Element element && element.isBlock()) {
            pending = "\n\n";
        } else if (node.nodeName().equals("br") && pending.isEmpty()) {
            pending = "\n";
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            pending = "\n\n";
        }
    }

    private void append(String words) {
        boolean begins = text.isEmpty() || !pending.isEmpty();
        String shown = begins ? words.stripLeading() : words;
        if (!shown.isEmpty()) {
            text.append(pending).append(shown);
            pending = "";
        }
    }
}
