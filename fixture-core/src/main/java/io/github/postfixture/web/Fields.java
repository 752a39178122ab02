package io.github.postfixture.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Header fields, as a user gives them. */
final class Fields {

    private Fields() {}

    /** Return the fields and one more. */
    static List<Map.Entry<String, String>> with(List<Map.Entry<String, String>> fields, String name, String value) {
        checkLine("name", name);
        checkLine("value", value);
        List<Map.Entry<String, String>> more = new ArrayList<>(fields);
        more.add(Map.entry(name, value));
        return List.copyOf(more);
    }

    private static void checkLine(String what, String text) {
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException(what + " (" + text + ") must be one line");
        }
    }
}
