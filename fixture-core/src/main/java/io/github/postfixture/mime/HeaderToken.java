package io.github.postfixture.mime;

import java.util.ArrayList;
import java.util.List;

/**
 * What a structured header field is made of (RFC 5322 section 3.2).
 *
 * @param text without quotes and escapes; a special character
 * @param kind what it is
 */
record HeaderToken(String text, Kind kind) {

    private static final String SPECIALS = "<>@,;:";

    boolean is(char special) {
        return kind == Kind.SPECIAL && text.charAt(0) == special;
    }

    boolean isOneOf(String specials) {
        return kind == Kind.SPECIAL && specials.contains(text);
    }

    /** Take a field apart; what is opened and not closed ends with the field. */
    static List<HeaderToken> of(String field) {
        List<HeaderToken> tokens = new ArrayList<>();
        EncodedWordFinder words = new EncodedWordFinder(field);
        for (int i = 0; i < field.length(); ) {
            char c = field.charAt(i);
            int end = end(field, i, words);
            if (c == '"') {
                tokens.add(new HeaderToken(QuotedText.unquoted(field.substring(i, end)), Kind.WORD));
            } else if (c == '(') {
                tokens.add(new HeaderToken(comment(field.substring(i, end)), Kind.COMMENT));
            } else if (c > ' ') {
                tokens.add(new HeaderToken(field.substring(i, end), isSpecial(c) ? Kind.SPECIAL : Kind.WORD));
            }
            i = end;
        }
        return tokens;
    }

    private static int end(String field, int start, EncodedWordFinder words) {
        return switch (field.charAt(start)) {
            case '"' -> close(field, start, '"');
            case '[' -> close(field, start, ']');
            case '(' -> closeComment(field, start);
            default ->
                field.charAt(start) <= ' ' || isSpecial(field.charAt(start)) ? start + 1 : word(field, start, words);
        };
    }

    private static int word(String field, int start, EncodedWordFinder words) {
        int end = Math.max(start + 1, field.startsWith("=?", start) ? words.endOf(start) : start);
        while (end < field.length() && isWord(field.charAt(end)) && field.charAt(end) > ' ') {
            end++;
        }
        return end;
    }

    private static int close(String field, int start, char close) {
        int end = start + 1;
        while (end < field.length() && field.charAt(end) != close) {
            end += field.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, field.length());
    }

    private static int closeComment(String field, int start) {
        int depth = 1;
        int end = start + 1;
        while (end < field.length() && depth > 0) {
            char c = field.charAt(end);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            end += c == '\\' ? 2 : 1;
        }
        return Math.min(end, field.length());
    }

    private static String comment(String text) {
        String inner = text.substring(1, text.endsWith(")") ? text.length() - 1 : text.length());
        return inner.replaceAll("\\\\(.)", "$1").strip();
    }

    private static boolean isSpecial(char c) {
        return SPECIALS.indexOf(c) >= 0;
    }

    private static boolean isWord(char c) {
        return !isSpecial(c) && c != '"' && c != '(';
    }

    /** What a {@link HeaderToken} is. */
    enum Kind {
        WORD,
        COMMENT,
        SPECIAL
    }
}
