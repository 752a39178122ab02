package io.github.postfixture.mail.corpus;

import io.github.postfixture.mime.ReadMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Where this library and another reader make different things of a message: one line each, to be kept in a file. */
final class ReadingDifference {

    private static final int LONGEST = 100;
    private static final Set<String> CONTENT = Set.of("structure", "texts", "files");
    private static final Map<String, Function<ReadMessage, Object>> ASPECTS = aspects();

    private ReadingDifference() {}

    /** Return the differences between what we and another one have read, without their reasons. */
    static List<String> between(String message, ReadMessage ours, String reader, ReadMessage theirs) {
        List<String> lines = new ArrayList<>();
        ASPECTS.forEach((aspect, value) -> {
            String our = value.apply(ours).toString();
            String their = value.apply(theirs).toString();
            if (!our.equals(their) && !hasGivenUp(aspect, theirs)) {
                lines.add(String.join(
                        " | ", message, aspect, "ours: " + shown(our, their), reader + ": " + shown(their, our)));
            }
        });
        return lines;
    }

    /** Return the addresses of all fields, each field once that says the same as another. */
    private static Object addresses(ReadMessage message) {
        return Stream.of(message.from(), message.to(), message.cc(), message.replyTo())
                .distinct()
                .toList();
    }

    /** Return whether the reader has thrown an exception, and so has no opinion. */
    private static boolean hasGivenUp(String aspect, ReadMessage theirs) {
        boolean ofContent = CONTENT.contains(aspect);
        return (ofContent && theirs.structure().contains(ReadMessage.GIVEN_UP))
                || ASPECTS.get(aspect).apply(theirs).toString().contains(ReadMessage.GIVEN_UP);
    }

    private static Map<String, Function<ReadMessage, Object>> aspects() {
        Map<String, Function<ReadMessage, Object>> aspects = new LinkedHashMap<>();
        aspects.put("subject", ReadMessage::subject);
        aspects.put("addresses", ReadingDifference::addresses);
        aspects.put("date", ReadMessage::date);
        aspects.put("structure", ReadMessage::structure);
        aspects.put("texts", ReadMessage::texts);
        aspects.put("files", ReadMessage::files);
        return aspects;
    }

    /** Return a value in one line of ASCII; of a long one what surrounds the first difference, and a checksum. */
    private static String shown(String value, String other) {
        if (value.length() <= LONGEST) {
            return escaped(value);
        }
        int start = Math.max(0, Math.min(difference(value, other), value.length()) - LONGEST / 4);
        CRC32 checksum = new CRC32();
        value.chars().forEach(checksum::update);
        return ".." + escaped(value.substring(start, Math.min(value.length(), start + LONGEST / 2))) + ".. ("
                + value.length() + ", " + Long.toHexString(checksum.getValue()) + ")";
    }

    private static int difference(String value, String other) {
        int same = 0;
        while (same < value.length() && same < other.length() && value.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.chars().forEach(c -> {
            if (c >= ' ' && c < 0x7f && c != '\\' && c != '|') {
                escaped.append((char) c);
            } else {
                escaped.append(String.format("\\u%04x", c));
            }
        });
        return escaped.toString();
    }
}
