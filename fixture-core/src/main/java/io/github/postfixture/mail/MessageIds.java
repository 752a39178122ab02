package io.github.postfixture.mail;

import java.util.Arrays;
import java.util.List;

/** Reads the message ids in header fields (RFC 5322 section 3.6.4). */
final class MessageIds {

    private MessageIds() {}

    /** Return the ids in these values, each once, in order. */
    static List<String> in(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.strip().split("\\s+", -1)))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }
}
