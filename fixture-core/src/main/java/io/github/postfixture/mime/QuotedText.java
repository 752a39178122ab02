package io.github.postfixture.mime;

/** Quoted strings of mail headers (RFC 5322 section 3.2.4). */
final class QuotedText {

    private QuotedText() {}

    /** Return what a text in quotes says, up to the closing quote or to the end. */
    static String unquoted(String text) {
        StringBuilder content = new StringBuilder();
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            content.append(text.charAt(i));
        }
        return content.toString();
    }
}
