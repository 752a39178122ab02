package io.github.postfixture.page;

import java.nio.charset.StandardCharsets;

/** Escapes what may not stand in a URI, and leaves what is escaped already (RFC 3986 section 2.1). */
final class PercentEncoding {

    private static final String ALLOWED = "!#$&'()*+,-./:;=?@_~";
    private static final String BRACKETS = "[]";
    private static final int REPLACEMENT = 0xfffd;

    private PercentEncoding() {}

    /** Escape a query or a fragment, in which brackets may stand. */
    static String of(String text) {
        return escaped(text, ALLOWED + BRACKETS);
    }

    /** Escape another part, in which no brackets may stand. */
    static String ofPart(String text) {
        return escaped(text, ALLOWED);
    }

    private static String escaped(String text, String allowed) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (isAlphanumeric(character) || allowed.indexOf(character) >= 0 || isEscape(text, i)) {
                escaped.append((char) character);
            } else {
                append(escaped, character);
            }
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int character) {
        boolean lone = Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE;
        String text = Character.toString(lone ? REPLACEMENT : character);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format("%%%02X", octet));
        }
    }

    private static boolean isEscape(String text, int index) {
        return text.charAt(index) == '%' && isHex(text, index + 1) && isHex(text, index + 2);
    }

    private static boolean isHex(String text, int index) {
        return index < text.length() && text.charAt(index) < 128 && Character.digit(text.charAt(index), 16) >= 0;
    }

    private static boolean isAlphanumeric(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
