package io.github.postfixture.mime;

import java.io.ByteArrayOutputStream;

/** Decodes base64 (RFC 2045 section 6.8) piece by piece, and passes over whatever is none. */
final class Base64Text {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private int bits;
    private int count;

    /** Return the octets that are complete with this piece of the text. */
    byte[] decode(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i), octets);
        }
        return octets.toByteArray();
    }

    private void add(char c, ByteArrayOutputStream octets) {
        int value = ALPHABET.indexOf(c);
        if (value >= 0) {
            bits = (bits << 6) | value;
            count += 6;
        } else if (c == '=') {
            count = 0;
        }
        if (count >= 8) {
            count -= 8;
            octets.write(bits >> count);
        }
    }
}
