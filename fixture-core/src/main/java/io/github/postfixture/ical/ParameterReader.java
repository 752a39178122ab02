package io.github.postfixture.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the parameters of a property, from behind its name to its colon. */
final class ParameterReader {

    private static final Set<String> ENCODINGS = Set.of("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT");

    private final String text;
    private final int end;
    private int at;

    private ParameterReader(String text, int begin, int end) {
        this.text = text;
        this.at = begin;
        this.end = end;
    }

    static List<PropertyParameter> read(String text, int begin, int end) {
        return new ParameterReader(text, begin, end).all();
    }

    private List<PropertyParameter> all() {
        List<PropertyParameter> parameters = new ArrayList<>();
        while (at < end) {
            at++;
            if (at < end) {
                parameters.add(next());
            }
        }
        return List.copyOf(parameters);
    }

    private PropertyParameter next() {
        int begin = at;
        while (at < end && text.charAt(at) != '=' && text.charAt(at) != ';') {
            at++;
        }
        String name = text.substring(begin, at).strip();
        return at < end && text.charAt(at) == '=' ? new PropertyParameter(name, values()) : bare(name);
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        do {
            at++;
            values.add(value());
        } while (at < end && text.charAt(at) == ',');
        return values;
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        while (at < end && (quoted || ",;".indexOf(text.charAt(at)) < 0)) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else {
                decode(c, value);
            }
            at++;
        }
        return value.toString();
    }

    /** Decode what a circumflex stands before (RFC 6868). */
    private void decode(char c, StringBuilder value) {
        char next = c == '^' && at + 1 < end ? text.charAt(at + 1) : 0;
        switch (next) {
            case 'n' -> value.append('\n');
            case '\'' -> value.append('"');
            case '^' -> value.append('^');
            default -> {
                value.append(c);
                at--;
            }
        }
        at++;
    }

    /** Read a value that stands alone, as in vCard 2.1: of the parameter that it can only be of. */
    private static PropertyParameter bare(String value) {
        boolean encoding = ENCODINGS.contains(value.toUpperCase(Locale.ROOT));
        return new PropertyParameter(encoding ? "ENCODING" : "TYPE", List.of(value));
    }
}
