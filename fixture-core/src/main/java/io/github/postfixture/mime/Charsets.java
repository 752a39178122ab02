package io.github.postfixture.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The charsets that mail names. */
public final class Charsets {

    private Charsets() {}

    /** Return the charset of a name, nothing if the JVM knows none. */
    public static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Return the text that bytes, each given as one character, stand for: UTF-8, or ISO 8859-1 if they are none. */
    static String guess(String bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }
}
