package io.github.postfixture.web;

import io.github.postfixture.explanation.Printable;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** What to say of two digests or signatures that differ, beside the content that they are probably about. */
final class DigestNote {

    private static final int LONGEST = 200;
    private static final int END = 20;
    private static final Set<Integer> SIZES = Set.of(16, 20, 32, 48, 64);

    private DigestNote() {}

    /**
     * Return what the content is that came, as the bytes that a digest is computed over; empty if one of the values is no digest.
     *
     * @param content the content as text; nothing if it is none
     */
    static String of(String expected, String found, byte[] bytes, Optional<String> content) {
        OptionalInt size = size(expected);
        return size.isEmpty() || !size.equals(size(found))
                ? ""
                : "Both are digests or signatures, of " + size.getAsInt()
                        + " bytes. The one found was computed over other bytes,"
                        + " with another key, or by another algorithm.\nThe content that came has " + bytes.length
                        + " bytes"
                        + content.map(DigestNote::end).orElse("")
                        + ". Compare what the application signs with what it sends: white space, a line break at the end, the"
                        + " order of JSON members, the charset.";
    }

    private static String end(String content) {
        String last = content.substring(Math.max(0, content.length() - END));
        return " and ends in \"" + Printable.line(last) + "\""
                + (content.endsWith("\n") ? "" : ", without a line break");
    }

    /** Return of how many bytes it is, in hexadecimal digits or Base64, with a name such as {@code sha256=} in front or without. */
    private static OptionalInt size(String value) {
        String digest = value.substring(value.startsWith("sha") ? value.indexOf('=') + 1 : 0);
        return value.length() > LONGEST
                ? OptionalInt.empty()
                : IntStream.of(hexadecimal(digest), base64(digest))
                        .filter(SIZES::contains)
                        .findFirst();
    }

    private static int hexadecimal(String digest) {
        try {
            return HexFormat.of().parseHex(digest.toLowerCase(Locale.ROOT)).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private static int base64(String digest) {
        try {
            return Base64.getDecoder().decode(digest).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
