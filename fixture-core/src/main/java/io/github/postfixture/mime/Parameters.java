package io.github.postfixture.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Parameters of a header field, which may be written in pieces and in any charset (RFC 2231). */
final class Parameters {

    private static final int MOST_DIGITS = 6;

    private final List<Map.Entry<String, String>> parameters;
    private final String name;
    private final Consumer<String> remarks;

    private Parameters(List<Map.Entry<String, String>> parameters, String name, Consumer<String> remarks) {
        this.parameters = parameters;
        this.name = name;
        this.remarks = remarks;
    }

    /**
     * Return a parameter, decoded: the extended one, or else the one in pieces, or else the plain one.
     *
     * @param name in lower case
     * @param remarks is told what had to be guessed, each as the rest of a sentence about the field
     */
    static Optional<String> text(List<Map.Entry<String, String>> parameters, String name, Consumer<String> remarks) {
        Parameters these = new Parameters(parameters, name, remarks);
        return these.named(name + "*").map(these::extended).or(these::continued).or(these::plain);
    }

    /** Decode all parameters, and tell what had to be guessed. */
    static void verify(List<Map.Entry<String, String>> parameters, Consumer<String> remarks) {
        Map<String, List<Map.Entry<String, String>>> byName = parameters.stream()
                .collect(Collectors.groupingBy(
                        parameter -> parameter.getKey().split("\\*", 2)[0], LinkedHashMap::new, Collectors.toList()));
        byName.forEach((name, values) -> text(values, name, remarks));
    }

    /** Return a parameter as it stands, the pieces of one joined; each character is one byte. */
    static Optional<String> raw(List<Map.Entry<String, String>> parameters, String name) {
        Parameters these = new Parameters(parameters, name, remark -> {});
        return these.named(name)
                .or(() -> Optional.of(these.segments())
                        .filter(segments -> !segments.isEmpty())
                        .map(segments ->
                                segments.values().stream().map(Segment::value).collect(Collectors.joining())));
    }

    private Optional<String> plain() {
        return named(name).map(this::words);
    }

    private Optional<String> continued() {
        SortedMap<Integer, Segment> segments = segments();
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        if (segments.firstKey() != 0 || segments.lastKey() != segments.size() - 1) {
            remarks.accept("lacks a piece of " + name);
        }
        return Optional.of(joined(segments.values()));
    }

    private String joined(Collection<Segment> segments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Optional<String> charset = Optional.empty();
        boolean first = true;
        for (Segment segment : segments) {
            ExtendedValue value = ExtendedValue.of(segment, first);
            charset = charset.or(value::charset);
            bytes.writeBytes(value.octets(remarks));
            first = false;
        }
        return segments.stream().anyMatch(Segment::extended)
                ? TextDecoder.decode(bytes.toByteArray(), charset.or(() -> Optional.of("utf-8")), this::remark)
                : words(bytes.toString(StandardCharsets.ISO_8859_1));
    }

    private String words(String value) {
        if (value.contains("=?")) {
            remarks.accept("has an encoded word in " + name);
        }
        return EncodedWords.decode(value, remarks);
    }

    private String extended(String value) {
        ExtendedValue extended = ExtendedValue.of(new Segment(value, true), true);
        if (extended.charset().isEmpty()) {
            remarks.accept("names no charset in " + name);
        }
        return TextDecoder.decode(
                extended.octets(remarks), extended.charset().or(() -> Optional.of("utf-8")), this::remark);
    }

    private void remark(String remark) {
        remarks.accept("has the parameter " + name + ", which " + remark);
    }

    private Optional<String> named(String wanted) {
        List<String> values = parameters.stream()
                .filter(parameter -> parameter.getKey().equals(wanted))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        if (values.size() > 1) {
            remarks.accept("has several values of " + wanted);
        }
        return values.stream().findFirst();
    }

    /** Return the pieces by their numbers. */
    private SortedMap<Integer, Segment> segments() {
        SortedMap<Integer, Segment> segments = new TreeMap<>();
        for (Map.Entry<String, String> parameter : parameters) {
            String key = parameter.getKey();
            if (key.startsWith(name + "*") && key.length() > name.length() + 1) {
                boolean extended = key.endsWith("*");
                number(key.substring(name.length() + 1, key.length() - (extended ? 1 : 0)))
                        .ifPresent(number -> segments.putIfAbsent(number, new Segment(parameter.getValue(), extended)));
            }
        }
        return segments;
    }

    private static Optional<Integer> number(String digits) {
        boolean valid = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return valid ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    /**
     * A piece of a parameter (RFC 2231 section 4.1).
     *
     * @param value as it stands
     * @param extended whether it is encoded
     */
    record Segment(String value, boolean extended) {}
}
