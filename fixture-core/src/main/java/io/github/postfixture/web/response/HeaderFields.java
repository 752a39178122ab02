package io.github.postfixture.web.response;

import io.github.postfixture.explanation.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Header fields, as a user gives them. */
final class HeaderFields {

    private static final String MARKS = "!#$%&'*+-.^_`|~";

    private HeaderFields() {}

    /** Return the fields and one more. */
    static List<Map.Entry<String, String>> with(List<Map.Entry<String, String>> fields, String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(fields);
        more.add(of(name, value));
        return List.copyOf(more);
    }

    /**
     * Return a field.
     *
     * @throws IllegalArgumentException if the name is no token, or the value has control characters (RFC 9110 sections
     *     5.1 and 5.5)
     */
    static Map.Entry<String, String> of(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(HeaderFields::isTokenCharacter)) {
            throw new IllegalArgumentException("name (" + Printable.line(name)
                    + ") must be a token, of letters, digits and " + MARKS + " (RFC 9110 section 5.6.2)");
        }
        if (value.chars().anyMatch(HeaderFields::isControl)) {
            throw new IllegalArgumentException("value (" + Printable.line(value)
                    + ") must be one line without control characters (RFC 9110 section 5.5)");
        }
        return Map.entry(name, value);
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\t') || c == 0x7f;
    }
}
