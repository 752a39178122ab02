package io.github.postfixture.mime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A media type (RFC 2045 section 5).
 *
 * @param type the top level, in lower case
 * @param subtype in lower case
 * @param parameters names in lower case, values as they were written
 */
public record MediaType(String type, String subtype, List<Map.Entry<String, String>> parameters) {

    static final MediaType TEXT = of("text", "plain");
    static final MediaType MESSAGE = of("message", "rfc822");

    private static final String TOKEN = "[!#-'*+\\-.0-9A-Z^-z|}~]+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "\\s*/\\s*" + TOKEN);

    public MediaType {
        parameters = List.copyOf(parameters);
    }

    /** Read a media type; plain text for what is none. */
    public static MediaType parse(String text) {
        return parse(text, remark -> {});
    }

    /**
     * Read a media type; plain text for what is none.
     *
     * @param remarks is told what had to be guessed, each as the rest of a sentence about the field
     */
    public static MediaType parse(String text, Consumer<String> remarks) {
        ParameterizedValue declared = ParameterizedValue.parse(text, remarks);
        if (!TYPE.matcher(declared.value()).matches()) {
            remarks.accept("names no media type, but " + Charsets.guess(declared.value()));
            return new MediaType(TEXT.type, TEXT.subtype, declared.parameters());
        }
        String[] names = declared.value().toLowerCase(Locale.ROOT).split("/", 2);
        return new MediaType(names[0].strip(), names[1].strip(), declared.parameters());
    }

    /** Return the declared type, or another one if none is declared; plain text for what is no type. */
    static MediaType of(Header header, MediaType undeclared) {
        return header.value("Content-Type").map(MediaType::parse).orElse(undeclared);
    }

    /** Return whether it is the type, in lower case. */
    public boolean is(String wantedType, String wantedSubtype) {
        return type.equals(wantedType) && subtype.equals(wantedSubtype);
    }

    /** Return a parameter, decoded (RFC 2231); nothing if there is none of that name, in lower case. */
    public Optional<String> parameter(String name) {
        return Parameters.text(parameters, name, remark -> {});
    }

    /** Return the declared charset; nothing if none is, or its name is empty. */
    public Optional<String> charset() {
        return parameter("charset").map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Return the type without its parameters, such as {@code text/plain}. */
    public String name() {
        return type + "/" + subtype;
    }

    /** Return whether it is made of other messages or parts. */
    boolean isComposite() {
        return isMultipart() || is("message", "rfc822");
    }

    boolean isMultipart() {
        return type.equals("multipart");
    }

    /** Return the boundary between parts, one character of which is one byte; empty if there is none. */
    String boundary() {
        return Parameters.raw(parameters, "boundary").orElse("").stripTrailing();
    }

    boolean isFlowed() {
        return is("text", "plain") && has("format", "flowed");
    }

    boolean deletesSpaces() {
        return has("delsp", "yes");
    }

    private boolean has(String name, String value) {
        return parameter(name)
                .filter(found -> found.strip().equalsIgnoreCase(value))
                .isPresent();
    }

    private static MediaType of(String type, String subtype) {
        return new MediaType(type, subtype, List.of());
    }
}
