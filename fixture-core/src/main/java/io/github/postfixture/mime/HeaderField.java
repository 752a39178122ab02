package io.github.postfixture.mime;

import io.github.postfixture.net.Octets;

/**
 * One field of a header (RFC 5322 section 2.2).
 *
 * @param name as it was written
 * @param octets the whole field, folds and line ending included
 */
public record HeaderField(String name, Octets octets) {

    /** Return what follows the colon, unfolded and trimmed, one character for each byte. */
    public String value() {
        String text = octets.text();
        return text.substring(text.indexOf(':') + 1).replaceAll("[\r\n\0]", "").strip();
    }
}
