package io.github.postfixture.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes an exchange as text: a mark at the beginning of each line says what the line is. */
final class TapeText {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\n'});

    private TapeText() {}

    static String of(Take take) {
        StringBuilder text = new StringBuilder();
        line(text, "> ", take.requestLine());
        fields(text, "> ", take.asked());
        content(text, take.content());
        line(text, "< ", Integer.toString(take.status()));
        fields(text, "< ", take.told());
        content(text, take.answered());
        return text.toString();
    }

    private static void fields(StringBuilder text, String mark, List<Map.Entry<String, String>> fields) {
        fields.forEach(field -> line(text, mark, field.getKey() + ": " + field.getValue()));
    }

    private static void content(StringBuilder text, byte[] content) {
        if (content.length > 0) {
            Optional<String> readable = readable(content);
            String mark = readable.isPresent() ? "|" : "=";
            for (String line :
                    readable.orElseGet(() -> BASE64.encodeToString(content)).split("\n", -1)) {
                line(text, mark, line);
            }
        }
    }

    /** Return the content as text, if a text file can hold it and an editor will not change it. */
    private static Optional<String> readable(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            boolean plain = text.chars().allMatch(c -> c == '\n' || c == '\t' || (c >= ' ' && c != 0x7f));
            return plain ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void line(StringBuilder text, String mark, String line) {
        text.append(mark).append(line).append('\n');
    }
}
