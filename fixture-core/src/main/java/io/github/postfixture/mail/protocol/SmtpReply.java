package io.github.postfixture.mail.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apiguardian.api.API;

/**
 * An answer of the server (RFC 5321 section 4.2) with its enhanced status code (RFC 3463).
 *
 * @param code the reply code, such as 250
 * @param enhanced the enhanced status code, such as {@code 2.1.0}; empty where RFC 2034 allows none
 * @param lines the text, one element a line; at least one
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record SmtpReply(int code, String enhanced, List<String> lines) {

    /** The code of a reply after which the server ends the connection (RFC 5321 section 3.8). */
    public static final int GOODBYE = 421;

    /**
     * Check and copy the parts.
     *
     * @throws IllegalArgumentException if the code is no reply code, or a part holds a line break
     */
    public SmtpReply {
        if (code < 200 || code > 599) {
            throw new IllegalArgumentException("code (" + code + ") must be between 200 and 599");
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines must not be empty");
        }
        lines = List.copyOf(lines);
        requireOneLine(enhanced);
        lines.forEach(SmtpReply::requireOneLine);
    }

    /** Make a reply of one line. */
    public static SmtpReply of(int code, String enhanced, String text) {
        return new SmtpReply(code, enhanced, List.of(text));
    }

    /** Return whether the command was refused, for now or for good. */
    public boolean isRefusal() {
        return code >= 400;
    }

    /** Return the same without its enhanced status code. */
    public SmtpReply withoutEnhancedCode() {
        return new SmtpReply(code, "", lines);
    }

    /** Return the bytes on the wire. */
    public byte[] encoded() {
        StringBuilder wire = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            append(i, wire);
            wire.append("\r\n");
        }
        return wire.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Return a line of it, without the line break. */
    public String line(int index) {
        StringBuilder line = new StringBuilder();
        append(index, line);
        return line.toString();
    }

    private void append(int index, StringBuilder text) {
        text.append(code).append(index == lines.size() - 1 ? ' ' : '-');
        if (!enhanced.isEmpty()) {
            text.append(enhanced).append(' ');
        }
        text.append(lines.get(index));
    }

    @Override
    public String toString() {
        return line(lines.size() - 1);
    }

    private static void requireOneLine(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("text (" + text + ") must not hold a line break");
        }
    }
}
