package io.github.postfixture.mime;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A header field to be written: its value is what a person reads, and is encoded on the way. Immutable. */
public final class ComposedField {

    private static final Pattern NAME = Pattern.compile("[!-9;-~]+");
    private static final Set<String> SINGLE = Set.of(
            "from",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "sender",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references");

    private final String name;
    private final FieldSyntax syntax;
    private final String value;

    private ComposedField(String name, FieldSyntax syntax, String value) {
        this.name = name;
        this.syntax = syntax;
        this.value = value;
    }

    /**
     * Make a field, whose name tells what its value is made of: addresses, tokens, or text.
     *
     * @throws IllegalArgumentException if it cannot be the name of a field, if the value is more than one line, or if
     *     the field is one of addresses and the value has something else
     */
    public static ComposedField of(String name, String value) {
        return checked(name, FieldSyntax.of(name), value);
    }

    /** Make a field that is folded, and otherwise written as it stands; the rest as {@link #of(String, String)}. */
    public static ComposedField structured(String name, String value) {
        return checked(name, FieldSyntax.STRUCTURED, value);
    }

    private static ComposedField checked(String name, FieldSyntax syntax, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name (" + name + ") must be that of a header field (RFC 5322 section 2.2)");
        }
        if (!syntax.canWrite(value)) {
            throw new IllegalArgumentException("value (" + value + ") of " + name + " must be one line of text");
        }
        ComposedField field = new ComposedField(name, syntax, value);
        if (field.isEmpty() && (field.isNamed("From") || field.isNamed("Sender"))) {
            throw new IllegalArgumentException("address () must be such as carol@example.net; " + name + " needs one");
        }
        return field;
    }

    /** Return its name. */
    public String name() {
        return name;
    }

    /** Return its value, as a person reads it. */
    public String value() {
        return value;
    }

    /** Return the field as it stands in a header, folded (RFC 5322) and encoded (RFC 2047), with its line break. */
    public String written() {
        return written(false);
    }

    /** Return the field as it stands in a header; of an internationalized message without encodings (RFC 6532). */
    String written(boolean utf8) {
        FieldWriter field = new FieldWriter(name);
        syntax.write(value, field, utf8);
        return field.written();
    }

    /** Return the addresses in it; none if it is not of addresses. */
    List<String> addresses() {
        return syntax == FieldSyntax.ADDRESSES ? AddressList.parse(value).addresses() : List.of();
    }

    /** Return whether it is one of addresses, and has none. */
    boolean isEmpty() {
        return syntax == FieldSyntax.ADDRESSES
                && AddressList.parse(value).entries().isEmpty();
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Return whether a header has one field of the name at most (RFC 5322 section 3.6). */
    boolean isSingle() {
        return SINGLE.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Return this field with the addresses of another behind its own, or the other, which replaces it. */
    ComposedField joinedBy(ComposedField other) {
        boolean several = syntax == FieldSyntax.ADDRESSES && !isNamed("Sender");
        return several ? new ComposedField(name, syntax, joined(value, other.value)) : other;
    }

    private static String joined(String first, String second) {
        return first.isBlank() ? second : second.isBlank() ? first : first + ", " + second;
    }
}
