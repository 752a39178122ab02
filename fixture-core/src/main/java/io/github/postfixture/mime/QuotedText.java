package io.github.postfixture.mime;

/** Quoted strings of mail headers (RFC 5322 section 3.2.4). */
final class QuotedText {

    private QuotedText() {}

    /** Return what a text says: if it is in quotes, what they hold, up to the closing quote or to the end. */
    static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        StringBuilder content = new StringBuilder();
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            content.append(text.charAt(i));
        }
        return content.toString();
    }

    /** Return where the text in quotes that begins at an index ends, behind its closing quote; -1 if it does not. */
    static int end(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                return i + 1;
            }
            i += text.charAt(i) == '\\' ? 1 : 0;
        }
        return -1;
    }
}
