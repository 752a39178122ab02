package io.github.postfixture.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads exchanges from the text that {@link TapeText} writes. */
final class TapeReader {

    private final String name;
    private final List<String> lines;
    private int at;

    TapeReader(String name, String text) {
        this.name = name;
        lines = text.lines().toList();
    }

    List<Take> takes() {
        List<Take> takes = new ArrayList<>();
        skipRemarks();
        while (at < lines.size()) {
            takes.add(take());
            skipRemarks();
        }
        return takes;
    }

    private Take take() {
        List<String> request = block(">", "a request such as > GET /path");
        String[] question = request.get(0).split(" ", 2);
        if (question.length < 2 || !question[1].startsWith("/")) {
            throw wrong("a request such as > GET /path");
        }
        List<Map.Entry<String, String>> asked = fields(request);
        byte[] content = content();
        List<String> response = block("<", "a response such as < 200");
        int status = status(response.get(0));
        return new Take(question[0], question[1], asked, content, status, fields(response), content());
    }

    private int status(String text) {
        if (!text.matches("[2-5]\\d\\d")) {
            throw wrong("a status between 200 and 599");
        }
        return Integer.parseInt(text);
    }

    private List<Map.Entry<String, String>> fields(List<String> block) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String line : block.subList(1, block.size())) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw wrong("a header field such as Name: value");
            }
            fields.add(Map.entry(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return fields;
    }

    private byte[] content() {
        List<String> text = marked("|");
        if (!text.isEmpty()) {
            return String.join("\n", text).getBytes(StandardCharsets.UTF_8);
        }
        String encoded = marked("=").stream().map(String::strip).collect(Collectors.joining());
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw wrong("Base64");
        }
    }

    private List<String> block(String mark, String expectation) {
        skipRemarks();
        List<String> block = marked(mark);
        if (block.isEmpty()) {
            at++;
            throw wrong(expectation);
        }
        return block.stream().map(String::strip).toList();
    }

    private List<String> marked(String mark) {
        List<String> marked = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith(mark)) {
            marked.add(lines.get(at).substring(1));
            at++;
        }
        return marked;
    }

    private void skipRemarks() {
        while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).startsWith("#"))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expectation) {
        return new IllegalArgumentException(name + ", line " + at + ": expected " + expectation);
    }
}
