package io.github.postfixture.mime;

import java.util.function.Consumer;

/**
 * An encoded word (RFC 2047 section 2).
 *
 * @param start where it stands in the field
 * @param end where it ends in the field
 * @param charset the name of its charset, without a language (RFC 2231 section 5)
 * @param base64 whether its encoding is B, and not Q
 * @param encoded what is encoded
 */
record EncodedWord(int start, int end, String charset, boolean base64, String encoded) {

    byte[] content(Consumer<String> remarks) {
        if (encoded.indexOf(' ') >= 0 || encoded.indexOf('\t') >= 0 || encoded.indexOf('?') >= 0) {
            remarks.accept("has a word with a space or question mark in it");
        }
        TransferDecoder decoder = base64 ? new Base64Text() : new QuotedPrintable();
        byte[] content = decoder.decode(base64 ? encoded : encoded.replace('_', ' ') + "=");
        if (!decoder.damage().isEmpty()) {
            remarks.accept("has an encoded word that " + decoder.damage());
        }
        return content;
    }
}
