package io.github.postfixture.mail.fault;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the answers of mail protocols are made of, checked where a user writes it. */
final class AnswerText {

    private AnswerText() {}

    /** Return keywords as protocols write them, in order. */
    static Set<String> capitals(String... words) {
        return Arrays.stream(words)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Return a text that an answer is to hold, if it can. */
    static String oneLine(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("text (" + text + ") must not hold a line break");
        }
        return text;
    }
}
