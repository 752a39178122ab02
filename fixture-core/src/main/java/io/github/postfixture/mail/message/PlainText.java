package io.github.postfixture.mail.message;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a plain text that mail writers agree on. */
final class PlainText {

    private PlainText() {}

    /** Return what stands after the last line of two dashes and a space (RFC 3676 section 4.3). */
    static String signature(String text) {
        String[] parts = ("\n" + text.replace("\r\n", "\n")).split("\n-- \n", -1);
        return parts.length == 1 ? "" : parts[parts.length - 1].strip();
    }

    /** Return the lines that begin with {@code >}, without that and one space. */
    static String quote(String text) {
        return text.lines()
                .filter(line -> line.startsWith(">"))
                .map(line -> line.replaceFirst("^> ?", ""))
                .collect(Collectors.joining("\n"));
    }

    /** Return the words in lower case, without punctuation and web addresses. */
    static Set<String> words(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String bare = composed.replaceAll("(?i)https?://\\S+", " ").toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>(Arrays.asList(bare.split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
