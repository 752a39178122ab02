package io.github.postfixture.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes parameters of header fields: as tokens, in quotes, or encoded and in pieces (RFC 2231). */
final class ParameterWriter {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST_QUOTED = 256;
    private static final int LONGEST_PIECE = 50;

    private ParameterWriter() {}

    /** Write a parameter, and what ends it. */
    static void write(String name, String value, FieldWriter field, boolean utf8, String end) {
        List<String> words = words(name, value, utf8);
        for (int i = 0; i < words.size() - 1; i++) {
            field.word(words.get(i) + ";");
        }
        field.word(words.get(words.size() - 1) + end);
    }

    private static List<String> words(String name, String value, boolean utf8) {
        if (ContentType.isToken(value)) {
            return List.of(name + "=" + value);
        }
        if (value.length() <= LONGEST_QUOTED && Phrase.isPlain(value, utf8)) {
            return List.of(name + "=" + Phrase.quoted(value));
        }
        List<String> pieces = pieces(value);
        return pieces.size() == 1 ? List.of(name + "*=UTF-8''" + pieces.get(0)) : numbered(name, pieces);
    }

    private static List<String> numbered(String name, List<String> pieces) {
        List<String> words = new ArrayList<>();
        for (String piece : pieces) {
            words.add(name + "*" + words.size() + "*=" + (words.isEmpty() ? "UTF-8''" : "") + piece);
        }
        return words;
    }

    /** Return the value with an escape for each byte that needs one, cut between characters. */
    private static List<String> pieces(String value) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < value.length(); i = value.offsetByCodePoints(i, 1)) {
            String character = escaped(value.codePointAt(i));
            if (piece.length() + character.length() > LONGEST_PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(character);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String escaped(int character) {
        if (Phrase.isLetterOrDigit(character) || "!#$&+-.^_`{|}~".indexOf(character) >= 0) {
            return Character.toString(character);
        }
        StringBuilder escaped = new StringBuilder();
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            HEX.toHexDigits(escaped.append('%'), b);
        }
        return escaped.toString();
    }
}
