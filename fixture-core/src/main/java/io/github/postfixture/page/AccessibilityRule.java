package io.github.postfixture.page;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What markup alone tells of whether everybody can use a page. */
record AccessibilityRule(String id, String complaint, Function<AccessibilityTree, Stream<Element>> defects) {

    private static final List<AccessibilityRule> ALL = List.of(
            new AccessibilityRule(
                    "image-alt",
                    "has no alternative text",
                    page -> page.all("img, area[href], input[type=image], [role=img]")
                            .filter(image -> !image.hasAttr("alt") || image.is("area, input"))
                            .filter(image -> page.name().of(image).isEmpty())),
            new AccessibilityRule(
                    "label",
                    "has no label",
                    page -> page.all("input, select, textarea")
                            .filter(field -> !field.is(
                                    "[type=hidden], [type=submit], [type=reset], [type=button], [type=image]"))
                            .filter(field -> page.name().ofField(field).isEmpty())),
            new AccessibilityRule(
                    "link-name",
                    "is a link without text",
                    page -> page.all("a[href]")
                            .filter(link -> page.name().of(link).isEmpty())),
            new AccessibilityRule(
                    "button-name",
                    "is a button without text",
                    page -> page.all("button, input[type=button], [role=button]")
                            .filter(button -> page.name().of(button).isEmpty())),
            new AccessibilityRule(
                    "frame-title",
                    "has no title",
                    page -> page.all("iframe, frame")
                            .filter(frame -> page.name().given(frame).isEmpty())),
            new AccessibilityRule(
                    "html-lang",
                    "does not say its language",
                    page -> page.all("html")
                            .filter(html -> !html.attr("lang").matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*+"))),
            new AccessibilityRule(
                    "title",
                    "has no title",
                    page -> page.all("html")
                            .filter(html -> page.document().title().isBlank())),
            new AccessibilityRule("heading-order", "skips a level of headings", AccessibilityTree::skippingHeadings),
            new AccessibilityRule(
                    "empty-heading",
                    "is a heading without text",
                    page -> page.all("h1, h2, h3, h4, h5, h6")
                            .filter(heading -> page.name().of(heading).isEmpty())),
            new AccessibilityRule(
                    "duplicate-id", "has an id that stands elsewhere, too", AccessibilityTree::repeatingIds),
            new AccessibilityRule(
                    "reference",
                    "refers to an id that does not exist",
                    page -> page.all("label[for], [aria-labelledby], [aria-describedby]")
                            .filter(page::isDangling)),
            new AccessibilityRule(
                    "tabindex",
                    "changes the order of the keyboard",
                    page -> page.all("[tabindex]")
                            .filter(element -> element.attr("tabindex").matches("\\s*0*[1-9]\\d*\\s*"))));

    /** Return what breaks the rules, a line each. */
    static List<String> broken(Document document, Set<AccessibilityRule> except) {
        AccessibilityTree page = new AccessibilityTree(document, new AccessibleName(document));
        return ALL.stream()
                .filter(rule -> !except.contains(rule))
                .flatMap(rule -> rule.defects.apply(page).map(rule::line))
                .toList();
    }

    static AccessibilityRule named(String id) {
        return ALL.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule (" + id + ") must be one of "
                        + ALL.stream().map(AccessibilityRule::id).collect(Collectors.joining(", "))));
    }

    private String line(Element element) {
        return SourceLocation.of(element) + " " + complaint + " (" + id() + ")";
    }
}
