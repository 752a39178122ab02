package io.github.postfixture.page;

import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.AssertProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * Markup, and what a reader sees in it. Broken markup is read as a browser reads it. Immutable.
 *
 * <p>Selectors are CSS selectors, such as {@code h1} or {@code form#login input[name=user]}.
 */
public final class Html implements AssertProvider<HtmlAssert> {

    private static final int LONGEST_DESCRIPTION = 60;

    private final String source;
    private final Document document;
    private final Navigator way;
    private final String description;
    private final Supplier<Optional<String>> contradiction;

    /**
     * Read markup.
     *
     * @param contradiction tells what speaks against its charset, as the rest of a sentence about it
     */
    Html(
            String source,
            Document document,
            Navigator way,
            String description,
            Supplier<Optional<String>> contradiction) {
        this.source = source;
        this.document = document;
        this.way = way;
        this.description = description;
        this.contradiction = contradiction;
    }

    /** Read markup that has no address: its relative links stay relative, and every link begins anew. */
    public static Html of(String markup) {
        return of(markup, Page.session());
    }

    /** Read markup that has no address: its relative links stay relative, and every link begins as this session does. */
    public static Html of(String markup, BrowsingSession session) {
        Document document = Jsoup.parse(markup, PageContent.positions());
        String text =
                ReadableText.shortened(ReadableText.normalised(document.body().text()), LONGEST_DESCRIPTION);
        return new Html(
                markup,
                document,
                request -> session.apart().send(request, null),
                "markup \"" + text + "\"",
                Optional::empty);
    }

    /** Return the markup as it was given. */
    public String source() {
        return source;
    }

    /** Return the title, or an empty string if there is none. */
    public String title() {
        return about().title();
    }

    /** Return the text of the body, with runs of white space as one space. */
    public String text() {
        return ReadableText.normalised(document.body().text());
    }

    /**
     * Return the text of the first element that matches.
     *
     * @throws AssertionError if none does
     * @throws IllegalArgumentException if the selector cannot be read
     */
    public String text(String css) {
        return ReadableText.normalised(first(css).text());
    }

    /**
     * Return the text of each element that matches.
     *
     * @throws IllegalArgumentException if the selector cannot be read
     */
    public List<String> texts(String css) {
        return select(css).stream()
                .map(element -> ReadableText.normalised(element.text()))
                .toList();
    }

    /**
     * Return an attribute of the first element that matches, if it has it.
     *
     * @throws AssertionError if none does
     * @throws IllegalArgumentException if the selector cannot be read
     */
    public Optional<String> attribute(String css, String name) {
        Element element = first(css);
        return element.hasAttr(name) ? Optional.of(element.attr(name)) : Optional.empty();
    }

    /** Return the headings: level and text, such as {@code h1 Orders}. */
    public List<String> headings() {
        return select("h1, h2, h3, h4, h5, h6").stream()
                .map(heading -> ReadableText.normalised(heading.normalName() + " " + heading.text()))
                .toList();
    }

    /** Return the links, in the order of the markup. */
    public List<Link> links() {
        return new Links(document, way).all();
    }

    /**
     * Return the link with this text.
     *
     * @param text the whole text; runs of white space count as one space
     * @throws AssertionError if there is none, or several that lead to different places
     */
    public Link link(String text) {
        List<Link> found = linksWith(text);
        if (found.stream().map(Link::uri).distinct().count() != 1) {
            throw noLink("one link", text).on(this).error();
        }
        return found.get(0);
    }

    /**
     * Return the link that the first element which matches is.
     *
     * @throws AssertionError if none does, or it is no link
     * @throws IllegalArgumentException if the selector cannot be read
     */
    public Link linkAt(String css) {
        return new Links(document, way).at(first(css), this);
    }

    /** Return the tables, in the order of the markup; those that only arrange a layout are told by their role. */
    public List<Table> tables() {
        return Table.in(document);
    }

    /**
     * Return the only table.
     *
     * @throws AssertionError if there is none, or more than one
     */
    public Table table() {
        return only(tables(), "table");
    }

    /**
     * Return the table with this caption or label, or below this heading.
     *
     * @throws AssertionError if there is none, or more than one
     */
    public Table table(String name) {
        String wanted = ReadableText.normalised(name);
        List<Table> tables = tables();
        List<Table> found =
                tables.stream().filter(table -> table.name().equals(wanted)).toList();
        if (found.size() != 1) {
            throw FailureMessage.lacking("one table named " + name, "table", tables)
                    .on(this)
                    .error();
        }
        return found.get(0);
    }

    /** Return the forms, in the order of the markup. */
    public List<Form> forms() {
        return select("form").stream().map(this::form).toList();
    }

    /**
     * Return the only form.
     *
     * @throws AssertionError if there is none, or more than one
     */
    public Form form() {
        return only(forms(), "form");
    }

    /**
     * Return the first form that matches.
     *
     * @throws AssertionError if the first element that matches is no form, or none does
     * @throws IllegalArgumentException if the selector cannot be read
     */
    public Form form(String css) {
        Element element = first(css);
        if (element instanceof FormElement) {
            return form(element);
        }
        throw FailureMessage.expected("a form that matches " + css, "it is <" + element.normalName() + ">")
                .on(this)
                .error();
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public HtmlAssert assertThat() {
        return new HtmlAssert(this);
    }

    /** Return what kind of markup it is, and how it begins. */
    @Override
    public String toString() {
        return description;
    }

    List<Link> linksWith(String text) {
        return new Links(document, way).with(text);
    }

    FailureMessage noLink(String amount, String text) {
        return FailureMessage.lacking(amount + " with the text \"" + text + '"', "link", links())
                .with(charsetNote());
    }

    FailureMessage noElement(String css) {
        return FailureMessage.expected("an element that matches " + css, "there is none")
                .with("The elements are:\n" + Outline.of(document));
    }

    /** Return a line that tells what speaks against its charset; nothing if nothing does. */
    String charsetNote() {
        return contradiction.get().map(words -> "The page " + words).orElse("");
    }

    /** Return what it is, with what speaks against its charset. */
    String withCharsetNote() {
        return this + contradiction.get().map(words -> "; it " + words).orElse("");
    }

    Document document() {
        return document;
    }

    PageMetadata about() {
        return new PageMetadata(document);
    }

    List<Json> structuredData() {
        return StructuredData.of(document, this);
    }

    private <T> T only(List<T> found, String noun) {
        if (found.size() != 1) {
            throw FailureMessage.lacking("one " + noun, noun, found).on(this).error();
        }
        return found.get(0);
    }

    private Element first(String css) {
        return select(css).stream()
                .findFirst()
                .orElseThrow(() -> noElement(css).on(this).error());
    }

    private Elements select(String css) {
        try {
            return document.select(css);
        } catch (SelectorParseException e) {
            throw new IllegalArgumentException("selector (" + css + ") must be a CSS selector: " + e.getMessage(), e);
        }
    }

    private Form form(Element element) {
        return Form.of((FormElement) element, document, way);
    }
}
