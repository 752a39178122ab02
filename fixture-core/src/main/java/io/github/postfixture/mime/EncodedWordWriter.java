package io.github.postfixture.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** Writes text as encoded words (RFC 2047): UTF-8, no character split, base64 where Q would show little. */
final class EncodedWordWriter {

    private static final int LONGEST = 75;
    private static final int SHORTEST = 30;
    private static final int AROUND = "=?UTF-8?Q??=".length();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final FieldWriter field;
    private final boolean base64;
    private final ByteArrayOutputStream word = new ByteArrayOutputStream();
    private int escaped;
    private int room;

    private EncodedWordWriter(FieldWriter field, boolean base64) {
        this.field = field;
        this.base64 = base64;
        room = Math.min(LONGEST, field.room());
    }

    static void write(String text, FieldWriter field) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean base64 = 2L * escaped(bytes) > bytes.length;
        if (field.room() < SHORTEST
                || (field.hasWords() && length(base64, bytes.length, escaped(bytes)) > field.room())) {
            field.fold();
        }
        EncodedWordWriter writer = new EncodedWordWriter(field, base64);
        text.codePoints().forEach(writer::add);
        writer.flush();
    }

    private void add(int character) {
        byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8);
        if (length(base64, word.size() + bytes.length, escaped + escaped(bytes)) > room) {
            flush();
        }
        word.writeBytes(bytes);
        escaped += escaped(bytes);
    }

    private static long length(boolean base64, int bytes, int escapes) {
        return AROUND + (base64 ? (bytes + 2L) / 3 * 4 : bytes + 2L * escapes);
    }

    private void flush() {
        byte[] bytes = word.toByteArray();
        field.word(base64 ? "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=" : quoted(bytes));
        word.reset();
        escaped = 0;
        room = LONGEST;
    }

    private static String quoted(byte[] bytes) {
        StringBuilder quoted = new StringBuilder("=?UTF-8?Q?");
        for (byte b : bytes) {
            if (isPlain(b)) {
                quoted.append(b == ' ' ? '_' : (char) b);
            } else {
                HEX.toHexDigits(quoted.append('='), b);
            }
        }
        return quoted.append("?=").toString();
    }

    private static int escaped(byte[] bytes) {
        int escaped = 0;
        for (byte b : bytes) {
            escaped += isPlain(b) ? 0 : 1;
        }
        return escaped;
    }

    /** Return whether a byte stands for itself also in a phrase (RFC 2047 section 5, rule 3), or is a space. */
    private static boolean isPlain(byte b) {
        return Phrase.isLetterOrDigit(b) || " !*+-/".indexOf(b) >= 0;
    }
}
