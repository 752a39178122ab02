package io.github.postfixture.page;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.AssertProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Selector;

/**
 * A piece of HTML as a reader sees it: text, links, forms. Selectors are CSS selectors.
 *
 * <p>Text is normalised: runs of white space become one space. Immutable, and safe for use by several threads.
 */
public final class Html implements AssertProvider<HtmlAssert> {

    private final String source;
    private final Document document;
    private final Supplier<Walk> walk;

    private Html(String source, Document document, Supplier<Walk> walk) {
        this.source = source;
        this.document = document;
        this.walk = walk;
    }

    /** Return markup that stands on its own, such as that of a mail: its relative links lead nowhere. */
    public static Html of(String markup) {
        return new Html(markup, Jsoup.parse(markup), Walk::new);
    }

    /** Return the markup of a page, whose links go on with its walk. */
    static Html of(String markup, URI base, Walk walk) {
        return new Html(markup, Jsoup.parse(markup, base.toString()), () -> walk);
    }

    /** Return the markup as it came. */
    public String source() {
        return source;
    }

    /** Return the title; empty if there is none. */
    public String title() {
        return document.title();
    }

    /** Return the text of the whole body. */
    public String text() {
        return document.body().text();
    }

    /**
     * Return the text of the first element that the selector finds.
     *
     * @throws AssertionError if it finds none; it shows which elements there are
     * @throws IllegalArgumentException if it is no CSS selector
     */
    public String text(String selector) {
        return select(selector).stream()
                .findFirst()
                .map(Element::text)
                .orElseThrow(() -> new AssertionError("Expecting an element:\n  " + selector
                        + "\nbut there is none; the elements are:\n" + outline()));
    }

    /** Return the texts of all elements that the selector finds, in order. */
    public List<String> texts(String selector) {
        return select(selector).stream().map(Element::text).toList();
    }

    /** Return all links, in order. */
    public List<Link> links() {
        return select("a[href], area[href]").stream().map(this::link).toList();
    }

    /**
     * Return the link with that text; for an image that is a link, its alternative text.
     *
     * @throws AssertionError if there is no such link, or there are several with different targets; it lists the links
     */
    public Link link(String text) {
        List<Link> found =
                links().stream().filter(link -> link.text().equals(text)).toList();
        if (found.stream().map(Link::target).distinct().count() != 1) {
            throw new AssertionError("Expecting one link with the text:\n  " + text + "\nbut "
                    + (found.isEmpty() ? "there is none" : "there are " + found.size()) + "; the links are:\n"
                    + Outline.lines(links()));
        }
        return found.get(0);
    }

    /** Return all forms, in order. */
    public List<Form> forms() {
        return formElements("form").stream()
                .map(form -> new Form(form, walk.get()))
                .toList();
    }

    /**
     * Return the only form.
     *
     * @throws AssertionError if there is none, or more than one
     */
    public Form form() {
        return form("form");
    }

    /**
     * Return the only form that the selector finds.
     *
     * @throws AssertionError if it finds none, or more than one
     */
    public Form form(String selector) {
        List<FormElement> found = formElements(selector);
        if (found.size() != 1) {
            throw new AssertionError("Expecting one form:\n  " + selector + "\nbut there are " + found.size()
                    + "; the elements are:\n" + outline());
        }
        return new Form(found.get(0), walk.get());
    }

    @Override
    public HtmlAssert assertThat() {
        return new HtmlAssert(this);
    }

    @Override
    public String toString() {
        return title().isEmpty() ? "HTML without a title" : "HTML \"" + title() + "\"";
    }

    /** Return the elements in short, for a failure. */
    String outline() {
        return Outline.of(document.body());
    }

    int count(String selector) {
        return select(selector).size();
    }

    private Link link(Element element) {
        String text = element.text().isEmpty() ? element.select("img").attr("alt") : element.text();
        String absolute = element.absUrl("href");
        return new Link(text, absolute.isEmpty() ? element.attr("href") : absolute, walk);
    }

    private List<FormElement> formElements(String selector) {
        return select(selector).stream()
                .filter(FormElement.class::isInstance)
                .map(FormElement.class::cast)
                .toList();
    }

    private List<Element> select(String selector) {
        try {
            return document.select(selector);
        } catch (Selector.SelectorParseException e) {
            throw new IllegalArgumentException("selector (" + selector + ") must be a CSS selector", e);
        }
    }
}
