package io.github.postfixture.html;

import io.github.postfixture.explanation.Printable;
import org.apiguardian.api.API;

/** An element of a page while it is written: attributes first, and then what it holds. Not safe for use by several threads. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Element {

    private final String name;
    private final StringBuilder tag;

    Element(String name) {
        this.name = name;
        tag = new StringBuilder("<").append(name);
    }

    /** Add an attribute. */
    public Element with(String attribute, Object value) {
        return withEscaped(attribute, Printable.lines(value));
    }

    /** Add an attribute that has no value, if it is to be there. */
    public Element flag(String attribute, boolean there) {
        if (there) {
            tag.append(' ').append(attribute);
        }
        return this;
    }

    /** Add the document that a frame shows, which its browser reads as it is. */
    public Element withDocument(String html) {
        return withEscaped("srcdoc", html);
    }

    private Element withEscaped(String attribute, String value) {
        tag.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Markup.escape(value))
                .append('"');
        return this;
    }

    /** Return the element around these pieces. */
    public Markup holding(Markup... content) {
        return Markup.written(tag + ">" + Markup.of(content) + "</" + name + ">");
    }

    /** Return the element around a text that stays in one line. */
    public Markup text(String text) {
        return holding(Markup.text(text));
    }

    /** Return an element that never holds anything, such as {@code input}. */
    public Markup alone() {
        return Markup.written(tag + ">");
    }
}
