package io.github.postfixture.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Tells in a few lines what elements there are. */
final class Outline {

    private static final int MOST_LINES = 12;
    private static final int LONGEST_TEXT = 60;

    private Outline() {}

    static String of(Document document) {
        List<Element> elements = document.body().getAllElements();
        List<Element> inside = elements.subList(1, elements.size());
        String lines = inside.stream().limit(MOST_LINES).map(Outline::line).collect(Collectors.joining("\n"));
        if (inside.isEmpty()) {
            return "  no elements, but the text \""
                    + ReadableText.shortened(document.body().text(), LONGEST_TEXT) + "\"";
        }
        int rest = inside.size() - MOST_LINES;
        return rest > 0 ? lines + "\n  (and " + rest + " more)" : lines;
    }

    private static String line(Element element) {
        String text = ReadableText.normalised(element.ownText());
        String quoted = text.isEmpty() ? "" : " \"" + ReadableText.shortened(text, LONGEST_TEXT) + "\"";
        return "  ".repeat(depth(element)) + name(element) + quoted;
    }

    private static int depth(Element element) {
        return Math.min(6, element.parents().size() - 1);
    }

    private static String name(Element element) {
        StringBuilder name = new StringBuilder(element.normalName());
        if (!element.id().isEmpty()) {
            name.append('#').append(element.id());
        }
        element.classNames().forEach(each -> name.append('.').append(each));
        if (element.hasAttr("name")) {
            name.append("[name=").append(element.attr("name")).append(']');
        }
        return name.toString();
    }
}
