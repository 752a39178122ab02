package io.github.postfixture.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A media type to be written (RFC 2045 section 5.1), or another value with parameters.
 *
 * @param value what comes before the parameters
 * @param parameters in their order, values as a person reads them
 */
record ContentType(String value, List<Parameter> parameters) {

    private static final String NO_TOKEN = "()<>@,;:\\\"/[]?=";

    ContentType {
        parameters = List.copyOf(parameters);
    }

    /**
     * Read a media type, and be strict about it.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ContentType parse(String text) {
        int end = text.indexOf(';');
        String value = (end < 0 ? text : text.substring(0, end)).strip();
        int slash = value.indexOf('/');
        if (slash < 0 || !isToken(value.substring(0, slash)) || !isToken(value.substring(slash + 1))) {
            throw refused(text);
        }
        return new ContentType(value, end < 0 ? List.of() : parameters(text, end + 1));
    }

    ContentType with(String name, String parameter) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.removeIf(known -> known.name.equalsIgnoreCase(name));
        all.add(new Parameter(name, parameter));
        return new ContentType(value, all);
    }

    boolean isOf(String type) {
        return value.toLowerCase(Locale.ROOT).startsWith(type + "/");
    }

    String written(String name, boolean utf8) {
        FieldWriter field = new FieldWriter(name);
        field.word(parameters.isEmpty() ? value : value + ";");
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            ParameterWriter.write(parameter.name, parameter.value, field, utf8, i < parameters.size() - 1 ? ";" : "");
        }
        return field.written();
    }

    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f && NO_TOKEN.indexOf(c) < 0);
    }

    private static List<Parameter> parameters(String text, int start) {
        List<Parameter> parameters = new ArrayList<>();
        int at = start;
        while (at < text.length()) {
            int end = endOfParameter(text, at);
            String parameter = text.substring(at, end).strip();
            if (!parameter.isEmpty()) {
                parameters.add(parameter(text, parameter));
            }
            at = end + 1;
        }
        return parameters;
    }

    private static int endOfParameter(String text, int start) {
        boolean quoted = false;
        int at = start;
        while (at < text.length() && (quoted || text.charAt(at) != ';')) {
            char c = text.charAt(at);
            quoted ^= c == '"';
            at += quoted && c == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }

    private static Parameter parameter(String type, String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals).strip();
        String value = equals < 0 ? "" : text.substring(equals + 1).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String unquoted = quoted ? QuotedText.unquoted(value) : value;
        if (equals < 0 || !isToken(name) || !isOneLine(unquoted) || (!quoted && value.contains("\""))) {
            throw refused(type);
        }
        return new Parameter(name, unquoted);
    }

    static boolean isOneLine(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("media type (" + text
                + ") must be one such as application/pdf or text/csv; charset=utf-8 (RFC 2045 section 5.1)");
    }

    /**
     * A parameter.
     *
     * @param name such as {@code charset}
     * @param value as a person reads it
     */
    record Parameter(String name, String value) {}
}
