package io.github.postfixture.web.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The values of header fields: text here, octets on the wire. What is beyond ASCII is sent in UTF-8, and read as UTF-8
 * where it is that, else as ISO 8859-1 (RFC 9110 section 5.5).
 */
public final class FieldText {

    private FieldText() {}

    /** Return the octets that are sent for a text, each as one character, which is how HTTP libraries take them. */
    public static String octets(String text) {
        return isAscii(text) ? text : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Return the text of octets that were sent, each given as one character. */
    public static String of(String octets) {
        return isAscii(octets) || !isOctets(octets) ? octets : decoded(octets);
    }

    private static String decoded(String octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return octets;
        }
    }

    /** Return whether a text is sent as it is. */
    public static boolean isAscii(String text) {
        return highest(text) < 0x80;
    }

    private static boolean isOctets(String text) {
        return highest(text) < 0x100;
    }

    private static int highest(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            all |= text.charAt(i);
        }
        return all;
    }
}
