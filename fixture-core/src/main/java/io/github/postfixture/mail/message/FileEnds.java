package io.github.postfixture.mail.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells by the end of a file whether something is missing there. */
final class FileEnds {

    /** How far from its end a PDF may have its mark (ISO 32000-1, annex H.3.4.4), and a JPEG or GIF its own. */
    private static final int LAST_KILOBYTE = 1_024;

    /** The longest end of a ZIP file: a record of 22 bytes and a comment (APPNOTE 4.3.16). */
    private static final int LONGEST_ZIP_END = 22 + 0xffff;

    private FileEnds() {}

    /** Return whether a file of this type is cut off; false of a type whose end tells nothing. */
    static boolean isCutOff(String type, byte[] content) {
        return switch (type) {
            case "application/pdf" -> !end(content, LAST_KILOBYTE).contains("%%EOF");
            case "application/zip" -> !end(content, LONGEST_ZIP_END).contains("PK\u0005\u0006");
            case "image/png" -> !end(content, LAST_KILOBYTE).contains("IEND");
            case "image/jpeg" -> !end(content, LAST_KILOBYTE).contains("\u00ff\u00d9");
            case "image/gif" ->
                !end(content, LAST_KILOBYTE).replace("\u0000", "").endsWith(";");
            case "image/webp" -> content.length < riffLength(content);
            default -> false;
        };
    }

    private static String end(byte[] content, int most) {
        byte[] last = Arrays.copyOfRange(content, Math.max(0, content.length - most), content.length);
        return new String(last, StandardCharsets.ISO_8859_1);
    }

    /** Return how many bytes there are by the header (RFC 9649 section 2.4). */
    private static long riffLength(byte[] content) {
        return content.length < 8
                ? Long.MAX_VALUE
                : 8L
                        + (content[4] & 0xff)
                        + ((content[5] & 0xff) << 8)
                        + ((content[6] & 0xff) << 16)
                        + ((content[7] & 0xffL) << 24);
    }
}
