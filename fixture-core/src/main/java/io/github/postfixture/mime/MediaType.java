package io.github.postfixture.mime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    public MediaType {
        parameters = List.copyOf(parameters);
    }

    /** Return the declared type, or another one if none is declared; plain text for what is no type. */
    static MediaType of(Header header, MediaType undeclared) {
        return header.value("Content-Type").map(MediaType::parse).orElse(undeclared);
    }

    /** Return whether it is the type, in lower case. */
    public boolean is(String wantedType, String wantedSubtype) {
        return type.equals(wantedType) && subtype.equals(wantedSubtype);
    }

    /** Return a parameter, its continuations joined (RFC 2231 section 3). */
    public Optional<String> parameter(String name) {
        return named(name).or(() -> continued(name));
    }

    boolean isMultipart() {
        return type.equals("multipart");
    }

    private static MediaType of(String type, String subtype) {
        return new MediaType(type, subtype, List.of());
    }

    private static MediaType parse(String text) {
        ParameterizedValue declared = ParameterizedValue.parse(text);
        String[] names = declared.value().toLowerCase(Locale.ROOT).split("/", 2);
        return declared.value().matches(TOKEN + "\\s*/\\s*" + TOKEN)
                ? new MediaType(names[0].strip(), names[1].strip(), declared.parameters())
                : TEXT;
    }

    private Optional<String> named(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<String> continued(String name) {
        String joined = IntStream.range(0, parameters.size())
                .mapToObj(i -> named(name + "*" + i))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .collect(Collectors.joining());
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }
}
