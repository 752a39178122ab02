package io.github.postfixture.mime;

import java.io.ByteArrayOutputStream;

/** Decodes quoted-printable (RFC 2045 section 6.7), and leaves whatever is none as it stands. */
final class QuotedPrintable {

    private QuotedPrintable() {}

    static byte[] decode(Lines line) {
        String text = line.text().stripTrailing();
        return decode(text.endsWith("=") ? text.substring(0, text.length() - 1) : text + line.ending());
    }

    /** Return the octets that the text stands for, one character of which is one byte. */
    static byte[] decode(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean escaped = text.charAt(i) == '=' && isHex(text, i + 1) && isHex(text, i + 2);
            octets.write(escaped ? Integer.parseInt(text, i + 1, i + 3, 16) : text.charAt(i));
            i += escaped ? 2 : 0;
        }
        return octets.toByteArray();
    }

    private static boolean isHex(String text, int index) {
        return index < text.length() && Character.digit(text.charAt(index), 16) >= 0;
    }
}
