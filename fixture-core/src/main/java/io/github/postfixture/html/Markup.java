package io.github.postfixture.html;

import io.github.postfixture.explanation.Printable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A piece of HTML that may stand in a page as it is: whatever text went into it is escaped. Immutable.
 *
 * <p>What is not printable is written as a Java escape (see {@link Printable}), but for what a frame is to show.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Markup {

    /** No HTML at all. */
    public static final Markup NONE = new Markup("");

    private static final int LONGEST_LINE = 1_000;
    private static final Pattern NAME_BREAK = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[.$](?=\\w))");

    private final String html;

    private Markup(String html) {
        this.html = html;
    }

    /** Return a text that stays in one line; of a long one, the first 1,000 characters. */
    public static Markup text(String text) {
        return new Markup(escape(Printable.line(shortened(text))));
    }

    /** Return the same as {@link #text}, which may go on in another line after each word of a name such as {@code a.b.CamelCase}. */
    public static Markup breakable(String text) {
        return new Markup(NAME_BREAK.splitAsStream(text(text).toString()).collect(Collectors.joining("<wbr>")));
    }

    /** Return a text with its lines, whole. */
    public static Markup lines(String text) {
        return new Markup(escape(Printable.lines(text)));
    }

    /** Return an element, to be filled. */
    public static Element element(String name) {
        return new Element(name);
    }

    /** Return an element of a class, to be filled. */
    public static Element element(String name, String styleClass) {
        return new Element(name).with("class", styleClass);
    }

    /** Return these pieces one after the other. */
    public static Markup of(Markup... pieces) {
        return of(Arrays.asList(pieces));
    }

    /** Return these pieces one after the other. */
    public static Markup of(Collection<Markup> pieces) {
        return of(pieces.stream());
    }

    /** Return these pieces one after the other. */
    public static Markup of(Stream<Markup> pieces) {
        return new Markup(pieces.map(Markup::toString).collect(Collectors.joining()));
    }

    /** Return these pieces with a blank between any two. */
    public static Markup spaced(List<Markup> pieces) {
        return new Markup(pieces.stream()
                .filter(piece -> !piece.isEmpty())
                .map(Markup::toString)
                .collect(Collectors.joining(" ")));
    }

    /** Return HTML that this room has written. */
    static Markup written(String html) {
        return new Markup(html);
    }

    /** Return whether there is nothing. */
    public boolean isEmpty() {
        return html.isEmpty();
    }

    /** Return the HTML. */
    @Override
    public String toString() {
        return html;
    }

    /** Return the text so that it may stand between tags, and between quotation marks in one. */
    static String escape(String text) {
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

    private static String shortened(String text) {
        int more = text.length() - LONGEST_LINE;
        return more <= 0 ? text : text.substring(0, LONGEST_LINE) + "... (" + more + " more)";
    }
}
