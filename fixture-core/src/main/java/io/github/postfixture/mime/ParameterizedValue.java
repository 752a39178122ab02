package io.github.postfixture.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value with parameters, as {@code Content-Type} and {@code Content-Disposition} have them (RFC 2045 section 5.1).
 *
 * @param value what comes first, without comments
 * @param parameters names in lower case, values unquoted
 */
public record ParameterizedValue(String value, List<Map.Entry<String, String>> parameters) {

    /** Read a value; parameters that cannot be read are left out. */
    public static ParameterizedValue parse(String text) {
        List<String> pieces = pieces(text);
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        for (String piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String name = withoutComment(piece.substring(0, equals)).toLowerCase(Locale.ROOT);
                parameters.add(
                        Map.entry(name, unquoted(piece.substring(equals + 1).strip())));
            }
        }
        return new ParameterizedValue(withoutComment(pieces.get(0)), parameters);
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? QuotedText.unquoted(text) : withoutComment(text);
    }

    private static String withoutComment(String text) {
        String stripped = text.strip();
        int comment = stripped.startsWith("(") ? stripped.indexOf(')') + 1 : 0;
        int next = stripped.indexOf(" (", comment);
        return stripped.substring(comment, next < 0 ? stripped.length() : next).strip();
    }
}
