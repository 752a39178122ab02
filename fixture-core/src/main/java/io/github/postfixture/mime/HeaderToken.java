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
    private static final String OPENING = "\"[";
    private static final int NONE = -1;

    boolean is(char special) {
        return kind == Kind.SPECIAL && text.charAt(0) == special;
    }

    boolean isOneOf(String specials) {
        return kind == Kind.SPECIAL && specials.contains(text);
    }

    /** Take a field apart; a comment that is never closed ends with it, and a quote or bracket is a character then. */
    static List<HeaderToken> of(String field) {
        List<HeaderToken> tokens = new ArrayList<>();
        EncodedWordFinder words = new EncodedWordFinder(field);
        StringBuilder neverClosed = new StringBuilder();
        for (int i = 0; i < field.length(); ) {
            char c = field.charAt(i);
            int close = neverClosed.indexOf(String.valueOf(c)) < 0 ? close(field, i) : NONE;
            int end = close == NONE ? end(field, i, words) : close;
            if (close != NONE) {
                tokens.add(enclosed(field.substring(i, end)));
            } else if (c > ' ') {
                tokens.add(new HeaderToken(field.substring(i, end), isSpecial(c) ? Kind.SPECIAL : Kind.WORD));
            }
            if (close == NONE && OPENING.indexOf(c) >= 0) {
                neverClosed.append(c);
            }
            i = end;
        }
        return tokens;
    }

    private static HeaderToken enclosed(String text) {
        return switch (text.charAt(0)) {
            case '"' -> new HeaderToken(QuotedText.unquoted(text), Kind.WORD);
            case '(' -> new HeaderToken(comment(text), Kind.COMMENT);
            default -> new HeaderToken(text, Kind.WORD);
        };
    }

    private static int end(String field, int start, EncodedWordFinder words) {
        char c = field.charAt(start);
        return c <= ' ' || isSpecial(c) ? start + 1 : word(field, start, words);
    }

    /** Return where ends what a character opens; nowhere if it opens nothing, or nothing closes it. */
    private static int close(String field, int start) {
        return switch (field.charAt(start)) {
            case '"' -> close(field, start, '"');
            case '[' -> close(field, start, ']');
            case '(' -> closeComment(field, start);
            default -> NONE;
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
        return end < field.length() ? end + 1 : NONE;
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
