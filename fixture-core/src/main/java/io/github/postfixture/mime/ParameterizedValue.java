package io.github.postfixture.mime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A value with parameters, as {@code Content-Type} and {@code Content-Disposition} have them (RFC 2045 section 5.1).
 *
 * @param value what comes first, without comments; empty if there is none
 * @param parameters names in lower case, values unquoted, each character of which is one byte
 */
public record ParameterizedValue(String value, List<Map.Entry<String, String>> parameters) {

    public ParameterizedValue {
        parameters = List.copyOf(parameters);
    }

    /** Read a value as well as its defects allow. */
    public static ParameterizedValue parse(String text) {
        return parse(text, remark -> {});
    }

    /**
     * Read a value as well as its defects allow.
     *
     * @param remarks is told what had to be guessed, each as the rest of a sentence about the field
     */
    public static ParameterizedValue parse(String text, Consumer<String> remarks) {
        return new ParameterParser(text, remarks).parsed();
    }

    /**
     * Decode all parameters.
     *
     * @param remarks is told what had to be guessed, each as the rest of a sentence about the field
     */
    public void verifyParameters(Consumer<String> remarks) {
        Parameters.verify(parameters, remarks);
    }

    /** Return a parameter, decoded (RFC 2231); nothing if there is none of that name, in lower case. */
    public Optional<String> parameter(String name) {
        return Parameters.text(parameters, name, remark -> {});
    }
}
