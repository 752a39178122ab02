package io.github.postfixture.ical;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A property of a component: a content line (RFC 5545 section 3.1) without its folding, and nothing else changed.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class ContentLine {

    private static final String SPECIAL = ",;:";

    private final String text;
    private final int groupEnd;
    private final int nameEnd;
    private final int colon;
    private final int number;

    private ContentLine(String text, int colon, int number) {
        this.text = text;
        this.colon = colon;
        this.number = number;
        this.nameEnd = nameEnd(text, colon);
        this.groupEnd = text.lastIndexOf('.', nameEnd - 1) + 1;
    }

    /** Return the line that was read; nothing if it has no colon. */
    static Optional<ContentLine> read(String text, int number) {
        int quoted = colon(text);
        int colon = quoted < 0 ? text.indexOf(':') : quoted;
        return colon < 0 ? Optional.empty() : Optional.of(new ContentLine(text, colon, number));
    }

    /** Make a property with a value that is escaped already. */
    public static ContentLine of(String name, String value) {
        return new ContentLine(name + ":" + value, name.length(), 0);
    }

    /** Make a property whose value is text, which is escaped here. */
    public static ContentLine text(String name, String value) {
        return of(name, TextValue.escape(value));
    }

    /** Return the same property with another parameter. */
    public ContentLine with(String parameter, String value) {
        String head = text.substring(0, colon) + ";" + parameter + "=" + encoded(value);
        return new ContentLine(head + text.substring(colon), head.length(), number);
    }

    /** Return the line, unfolded, as it was written. */
    public String text() {
        return text;
    }

    /** Return the number of the line in the bytes, from 1; 0 if it was made here. */
    public int number() {
        return number;
    }

    /** Return the name as written, without the group that it may have in a vCard. */
    public String name() {
        return text.substring(groupEnd, nameEnd);
    }

    /** Return the group of a property of a vCard, such as {@code item1}; empty if it has none. */
    public String group() {
        return groupEnd == 0 ? "" : text.substring(0, groupEnd - 1);
    }

    /** Return whether this is its name, whatever the case. */
    public boolean isNamed(String name) {
        return nameEnd - groupEnd == name.length() && text.regionMatches(true, groupEnd, name, 0, name.length());
    }

    /** Return the parameters, in their order. */
    public List<PropertyParameter> parameters() {
        return ParameterReader.read(text, nameEnd, colon);
    }

    /** Return the parameters of a name, whatever the case, which a vCard may repeat. */
    public List<PropertyParameter> parameters(String name) {
        return parameters().stream().filter(named(name)).toList();
    }

    /** Return the first value of a parameter; empty if there is none. */
    public String parameter(String name) {
        return values(name).findFirst().orElse("");
    }

    /** Return whether a parameter has a value, whatever the case. */
    public boolean hasParameter(String name, String value) {
        return values(name).anyMatch(value::equalsIgnoreCase);
    }

    /** Return the types of a property of a vCard in lower case, such as {@code home}, without regard to how they are listed. */
    public List<String> types() {
        return values("TYPE")
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(type -> type.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Return the value as written. */
    public String value() {
        return text.substring(colon + 1);
    }

    /** Return the value as text: without escapes, and decoded if it is quoted-printable, as in vCard 2.1. */
    public String textValue() {
        return hasParameter("ENCODING", "QUOTED-PRINTABLE")
                ? LegacyText.decode(value(), parameter("CHARSET"))
                : TextValue.unescape(value());
    }

    /** Return whether a quote of its parameters is not closed. */
    boolean isQuoteOpen() {
        return colon(text) < 0;
    }

    @Override
    public String toString() {
        return text;
    }

    private Stream<String> values(String name) {
        return parameters().stream().filter(named(name)).flatMap(parameter -> parameter.values().stream());
    }

    private static Predicate<PropertyParameter> named(String name) {
        return parameter -> parameter.isNamed(name);
    }

    private static int nameEnd(String text, int colon) {
        int end = 0;
        while (end < colon && text.charAt(end) != ';') {
            end++;
        }
        return end;
    }

    /** Return the first colon that is not within quotes; -1 if there is none. */
    private static int colon(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' && !quoted) {
                return i;
            }
            quoted ^= c == '"';
        }
        return -1;
    }

    private static String encoded(String value) {
        String encoded = value.replace("^", "^^").replace("\"", "^'").replace("\n", "^n");
        boolean special = encoded.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
        return special ? '"' + encoded + '"' : encoded;
    }
}
