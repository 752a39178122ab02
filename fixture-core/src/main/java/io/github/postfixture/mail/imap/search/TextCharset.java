package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mime.Charsets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What text is to be read in. */
final class TextCharset {

    /** What is declared nowhere, and what is declared as ASCII and is none. */
    static final Charset DEFAULT = StandardCharsets.UTF_8;

    private TextCharset() {}

    /** Return the charset of a name; the default for one that is unknown. */
    static Charset of(String name) {
        return Charsets.named(name)
                .filter(charset -> !charset.equals(StandardCharsets.US_ASCII))
                .orElse(DEFAULT);
    }

    /**
     * Return the charset that a client searches in.
     *
     * @throws BadCharsetException if it is unknown
     */
    static Charset ofSearch(String name) throws BadCharsetException {
        if (Charsets.named(name).isEmpty()) {
            throw new BadCharsetException(name);
        }
        return of(name);
    }
}
