package io.github.postfixture.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header section of a message. */
final class Headers {

    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

    private Headers() {}

    /** Return the bytes up to the blank line that ends the header section. */
    static byte[] of(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        Matcher end = BLANK_LINE.matcher(text);
        return (end.find() ? text.substring(0, end.end()) : text).getBytes(StandardCharsets.ISO_8859_1);
    }
}
