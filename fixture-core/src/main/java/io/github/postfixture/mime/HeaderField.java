package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;
import java.util.function.Consumer;

/**
 * One field of a header (RFC 5322 section 2.2).
 *
 * @param name as it was written
 * @param octets the whole field, folds and line ending included
 */
public record HeaderField(String name, Octets octets) {

    /** Return what follows the colon, unfolded, each fold being one space, and trimmed; one character for each byte. */
    public String value() {
        return bytes().replaceAll("\r?\n[ \t]+", " ").replaceAll("[\r\n\0]", "").strip();
    }

    /** Return what follows the colon as it is to be read: unfolded, each fold being one space, and decoded. */
    public String text() {
        return text(remark -> {});
    }

    /**
     * Return what follows the colon as it is to be read: unfolded, each fold being one space, and decoded.
     *
     * @param remarks is told what had to be guessed, each as the rest of a sentence about the field
     */
    public String text(Consumer<String> remarks) {
        return EncodedWords.decode(value(), remarks);
    }

    /** Return what follows the colon as it was sent, folded and encoded, without the last line ending. */
    public String raw() {
        return Charsets.guess(bytes().stripLeading().replaceFirst("\r?\n$", ""));
    }

    private String bytes() {
        String text = octets.text();
        return text.substring(name.isEmpty() ? 0 : text.indexOf(':') + 1);
    }
}
