package io.github.postfixture.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page whose accessibility is looked at. */
record AccessibilityTree(Document document, AccessibleName name) {

    /** Return the elements that a screen reader meets. */
    Stream<Element> all(String css) {
        return document.select(css).stream()
                .filter(element -> element.closest("[aria-hidden=true], [hidden], template") == null)
                .filter(element -> !element.is("[role=presentation], [role=none]"));
    }

    Stream<Element> skippingHeadings() {
        List<Element> headings = all("h1, h2, h3, h4, h5, h6").toList();
        return IntStream.range(1, headings.size())
                .filter(i -> level(headings.get(i)) > level(headings.get(i - 1)) + 1)
                .mapToObj(headings::get);
    }

    Stream<Element> repeatingIds() {
        Set<String> seen = new HashSet<>();
        return document.select("[id]").stream().filter(element -> !element.id().isEmpty() && !seen.add(element.id()));
    }

    boolean isDangling(Element element) {
        return Stream.of("for", "aria-labelledby", "aria-describedby")
                .flatMap(attribute -> Stream.of(element.attr(attribute).split("\\s+", -1)))
                .anyMatch(id -> !id.isEmpty() && name.find(id).isEmpty());
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }
}
