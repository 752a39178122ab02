package io.github.postfixture.mime;

import java.nio.charset.StandardCharsets;

/** Takes a transfer encoding away, piece by piece; what is damaged is decoded as far as it can be. */
sealed interface TransferDecoder permits Base64Text, QuotedPrintable {

    /** Decode some bytes. */
    void decode(byte[] source, int length, DecodedOctets target);

    /** Decode what is left at the end. */
    void finish(DecodedOctets target);

    /** Return why not all could be decoded, or not as it stands; empty if all could. */
    String damage();

    /** Return the octets of a text, one character of which is one byte. */
    default byte[] decode(String text) {
        byte[] source = text.getBytes(StandardCharsets.ISO_8859_1);
        DecodedOctets target = new DecodedOctets();
        decode(source, source.length, target);
        finish(target);
        return target.taken();
    }
}
