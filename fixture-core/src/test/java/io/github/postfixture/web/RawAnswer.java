package io.github.postfixture.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * An answer as it came, but for what differs from one to the next: dates, and the boundaries of parts.
 *
 * @param status the status line without its reason
 * @param fields the header fields by name
 * @param body the content, out of its chunks and its coding
 */
record RawAnswer(String status, Map<String, String> fields, String body) {

    private static final Set<String> OF_THE_CONNECTION = Set.of("keep-alive", "transfer-encoding", "date");

    static RawAnswer of(String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        String[] head = parts[0].split("\r\n", -1);
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (!answer.startsWith("HTTP/")) {
            return new RawAnswer("none", fields, answer);
        }
        for (String line : Arrays.copyOfRange(head, 1, head.length)) {
            String[] field = line.split(":", 2);
            fields.merge(field[0], field[1].strip(), (one, other) -> one + " and " + other);
        }
        String body = decoded(fields, parts.length < 2 ? "" : parts[1]);
        fields.keySet().removeIf(name -> OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)));
        fields.computeIfPresent("Content-Type", (name, type) -> type.replaceAll("boundary=.*", "boundary=B"));
        fields.computeIfPresent("Connection", (name, value) -> value.toLowerCase(Locale.ROOT));
        fields.computeIfPresent(
                "Allow",
                (name, methods) -> Arrays.stream(methods.split(",", -1))
                        .map(String::strip)
                        .sorted()
                        .collect(Collectors.joining(", ")));
        if (fields.getOrDefault("Content-Type", "").startsWith("multipart/")) {
            fields.remove("Content-Length");
        }
        return new RawAnswer(head[0].replaceFirst("( \\d+).*", "$1"), fields, withoutBoundaries(body));
    }

    private static String withoutBoundaries(String body) {
        return body.replaceAll("--[0-9a-f]{8,}", "--B")
                .replaceAll("Date: [^\r]*", "Date: D")
                .replace("Content-type: ", "Content-Type: ")
                .replace("Content-range: ", "Content-Range: ");
    }

    private static String decoded(Map<String, String> fields, String body) {
        String whole = fields.getOrDefault("Transfer-Encoding", "").equals("chunked") ? unchunked(body) : body;
        return fields.getOrDefault("Content-Encoding", "").equals("gzip") && !whole.isEmpty() ? unzipped(whole) : whole;
    }

    private static String unchunked(String body) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int end = body.indexOf("\r\n", at);
            int length = Integer.parseInt(body.substring(at, end), 16);
            whole.append(body, end + 2, end + 2 + length);
            at = length == 0 ? body.length() : end + 4 + length;
        }
        return whole.toString();
    }

    private static String unzipped(String body) {
        try (GZIPInputStream text =
                new GZIPInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)))) {
            return new String(text.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "a part of something compressed";
        }
    }

    /** Return what differs: the status, fields by their names, the content. */
    List<String> differencesTo(RawAnswer other) {
        List<String> differences = new ArrayList<>();
        if (!status.equals(other.status)) {
            differences.add("status");
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(fields.keySet());
        names.addAll(other.fields.keySet());
        names.stream()
                .filter(name -> !fields.getOrDefault(name, "").equals(other.fields.getOrDefault(name, "")))
                .forEach(differences::add);
        if (!body.equals(other.body)) {
            differences.add("content");
        }
        return differences;
    }

    @Override
    public String toString() {
        String shown = body.length() > 300 ? body.substring(0, 300) + ".." : body;
        return status + " " + fields + " " + shown.replace("\r", "\\r").replace("\n", "\\n");
    }
}
