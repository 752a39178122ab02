package io.github.postfixture.mime;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The value of a parameter, or a piece of one, that may be encoded (RFC 2231 section 4).
 *
 * @param charset what it names
 * @param text what follows charset and language; each character is one byte
 * @param encoded whether percent signs stand for octets
 */
record ExtendedValue(Optional<String> charset, String text, boolean encoded) {

    /** Read a value; the first piece of one may name a charset. */
    static ExtendedValue of(Parameters.Segment segment, boolean first) {
        String text = segment.value();
        int charset = first && segment.extended() ? text.indexOf('\'') : -1;
        int language = charset < 0 ? -1 : text.indexOf('\'', charset + 1);
        return language < 0
                ? new ExtendedValue(Optional.empty(), text, segment.extended())
                : new ExtendedValue(
                        Optional.of(text.substring(0, charset)).filter(name -> !name.isBlank()),
                        text.substring(language + 1),
                        true);
    }

    byte[] octets(Consumer<String> remarks) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean escape = encoded && text.charAt(i) == '%';
            boolean valid = escape && isHex(i + 1) && isHex(i + 2);
            if (escape && !valid) {
                remarks.accept("has a percent sign that escapes nothing");
            }
            octets.write(valid ? Integer.parseInt(text, i + 1, i + 3, 16) : text.charAt(i));
            i += valid ? 2 : 0;
        }
        return octets.toByteArray();
    }

    private boolean isHex(int index) {
        return index < text.length() && text.charAt(index) < 0x80 && Character.digit(text.charAt(index), 16) >= 0;
    }
}
