package io.github.postfixture.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A header field that is missing, and what there is near it.
 *
 * @param name its name, in any case
 * @param value its value, as it may be shown
 */
public record WantedField(String name, String value) {

    private static final int NEAR = 2;
    private static final int MOST_NEAR = 3;
    private static final int LONG_VALUE = 5;

    /** Return names, those that are nearly the wanted one first. */
    public static List<String> nearestFirst(String wanted, List<String> names) {
        return names.stream()
                .sorted(Comparator.comparing((String name) -> !isNear(wanted, name)))
                .toList();
    }

    /** Return the message of a failure that shows the fields of that name, or else those that are near it. */
    public FailureMessage among(List<Map.Entry<String, String>> fields) {
        List<Map.Entry<String, String>> same = fields.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .toList();
        if (same.size() == 1 && same.get(0).getValue().equals(value)) {
            return FailureMessage.expected(
                    "header " + name + ": " + value, "found another value, which is masked, too");
        }
        if (same.size() == 1) {
            return FailureMessage.differing("header " + name, value, same.get(0).getValue());
        }
        return same.isEmpty()
                ? missing(fields)
                : FailureMessage.expected("header " + name + ": " + value, "found " + listed(same))
                        .comparing(value, values(same));
    }

    private FailureMessage missing(List<Map.Entry<String, String>> fields) {
        List<Map.Entry<String, String>> near = fields.stream()
                .filter(field -> isNear(name, field.getKey())
                        || (value.length() >= LONG_VALUE && field.getValue().contains(value)))
                .limit(MOST_NEAR)
                .toList();
        String instead = near.isEmpty() ? "there is none" : "there is none, only " + listed(near);
        return FailureMessage.expected("header " + name + ": " + value, instead)
                .with("The headers are", fields.stream().map(WantedField::line).toList());
    }

    private static String values(List<Map.Entry<String, String>> fields) {
        return fields.stream().map(Map.Entry::getValue).collect(Collectors.joining("\n"));
    }

    private static String listed(List<Map.Entry<String, String>> fields) {
        return fields.stream().map(WantedField::line).collect(Collectors.joining(", "));
    }

    private static String line(Map.Entry<String, String> field) {
        return field.getKey() + ": " + field.getValue();
    }

    private static boolean isNear(String wanted, String name) {
        return EditDistance.between(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), NEAR) <= NEAR;
    }
}
