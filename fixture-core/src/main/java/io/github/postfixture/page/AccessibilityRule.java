package io.github.postfixture.page;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What markup alone tells of whether everybody can use a page. */
enum AccessibilityRule {
    IMAGE_ALT(
            "has no alternative text",
            page -> page.all("img, area[href], input[type=image], [role=img]")
                    .filter(image -> !image.hasAttr("alt") || image.is("area, input"))
                    .filter(image -> page.name().of(image).isEmpty())),
    LABEL(
            "has no label",
            page -> page.all("input, select, textarea")
                    .filter(field ->
                            !field.is("[type=hidden], [type=submit], [type=reset], [type=button], [type=image]"))
                    .filter(field -> page.name().ofField(field).isEmpty())),
    LINK_NAME(
            "is a link without text",
            page -> page.all("a[href]").filter(link -> page.name().of(link).isEmpty())),
    BUTTON_NAME(
            "is a button without text",
            page -> page.all("button, input[type=button], [role=button]")
                    .filter(button -> page.name().of(button).isEmpty())),
    FRAME_TITLE(
            "has no title",
            page -> page.all("iframe, frame")
                    .filter(frame -> page.name().given(frame).isEmpty())),
    HTML_LANG(
            "does not say its language",
            page -> page.all("html").filter(html -> !html.attr("lang").matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"))),
    TITLE(
            "has no title",
            page -> page.all("html").filter(html -> page.document().title().isBlank())),
    HEADING_ORDER("skips a level of headings", Inspection::skippingHeadings),
    EMPTY_HEADING(
            "is a heading without text",
            page -> page.all("h1, h2, h3, h4, h5, h6")
                    .filter(heading -> page.name().of(heading).isEmpty())),
    DUPLICATE_ID("has an id that stands elsewhere, too", Inspection::repeatingIds),
    REFERENCE(
            "refers to an id that does not exist",
            page -> page.all("label[for], [aria-labelledby], [aria-describedby]")
                    .filter(page::isDangling)),
    TABINDEX(
            "changes the order of the keyboard",
            page -> page.all("[tabindex]")
                    .filter(element -> element.attr("tabindex").matches("\\s*0*[1-9]\\d*\\s*")));

    private final String complaint;
    private final Function<Inspection, Stream<Element>> defects;

    AccessibilityRule(String complaint, Function<Inspection, Stream<Element>> defects) {
        this.complaint = complaint;
        this.defects = defects;
    }

    /** Return what breaks the rules, a line each. */
    static List<String> broken(Document document, Set<AccessibilityRule> except) {
        Inspection page = new Inspection(document, new AccessibleName(document));
        return Arrays.stream(values())
                .filter(rule -> !except.contains(rule))
                .flatMap(rule -> rule.defects.apply(page).map(rule::line))
                .toList();
    }

    static AccessibilityRule named(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule (" + id + ") must be one of "
                        + Arrays.stream(values()).map(AccessibilityRule::id).collect(Collectors.joining(", "))));
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String line(Element element) {
        return Place.of(element) + " " + complaint + " (" + id() + ")";
    }

    /** The page under inspection. */
    private record Inspection(Document document, AccessibleName name) {

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
            return document.select("[id]").stream()
                    .filter(element -> !element.id().isEmpty() && !seen.add(element.id()));
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
}
