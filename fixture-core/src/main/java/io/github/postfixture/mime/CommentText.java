package io.github.postfixture.mime;

/** Comments in mail headers (RFC 5322 section 3.2.2). */
final class CommentText {

    private CommentText() {}

    /** Return where the comment that begins at an index ends, behind its closing parenthesis; -1 if it does not. */
    static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    /** Return a text without the comments that stand before and behind it; one within may be part of a name. */
    static String without(String text) {
        int start = 0;
        for (int end = 0; end >= 0; end = start < text.length() && text.charAt(start) == '(' ? end(text, start) : -1) {
            start = Math.max(start, end);
            while (start < text.length() && text.charAt(start) <= ' ') {
                start++;
            }
        }
        String bare = text.substring(start).strip();
        int begin = begin(bare);
        return begin < 0 ? bare : bare.substring(0, begin).strip();
    }

    /** Return a text with a space in the place of each comment; one that does not end reaches to the end. */
    static String removed(String text) {
        StringBuilder bare = new StringBuilder();
        int next = 0;
        for (int begin = text.indexOf('('); begin >= 0; begin = text.indexOf('(', next)) {
            bare.append(text, next, begin).append(' ');
            next = end(text, begin);
            if (next < 0) {
                return bare.toString();
            }
        }
        return bare.append(text.substring(next)).toString();
    }

    /** Return where the comment begins that ends the text; -1 if none does. */
    private static int begin(String text) {
        int depth = 0;
        for (int i = text.length() - 1; text.endsWith(")") && i >= 0; i--) {
            depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i > 0 && text.charAt(i - 1) <= ' ' ? i : -1;
            }
        }
        return -1;
    }
}
