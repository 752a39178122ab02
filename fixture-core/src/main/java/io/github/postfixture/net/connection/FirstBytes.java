package io.github.postfixture.net.connection;

import io.github.postfixture.explanation.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The first bytes that a client sent on a connection: they tell which protocol it speaks. Immutable. */
public final class FirstBytes {

    /** How many are kept. */
    static final int MOST = 64;

    private static final int SHOWN_OF_BINARY = 8;
    private static final List<String> HTTP_METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE", "PRI");
    private static final List<String> HTTP_TARGETS = List.of("/", "http", "*");
    private static final List<String> SMTP_GREETINGS = List.of("EHLO", "HELO", "LHLO");

    private final byte[] bytes;

    /** Take bytes that nobody else holds. */
    FirstBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Return whether none has come. */
    public boolean areNone() {
        return bytes.length == 0;
    }

    /** Return whether they begin a TLS handshake (RFC 8446 section 5.1). */
    public boolean areTls() {
        return bytes.length > 1 && bytes[0] == 0x16 && bytes[1] == 3;
    }

    /** Return whether they begin a request of HTTP (RFC 9112 section 3). */
    public boolean areHttp() {
        int end = endOfWord();
        return end < bytes.length
                && bytes[end] == ' '
                && HTTP_METHODS.contains(new String(bytes, 0, end, StandardCharsets.US_ASCII))
                && HTTP_TARGETS.stream().anyMatch(target -> hasAt(end + 1, target));
    }

    /** Return whether they greet a server that takes mail (RFC 5321 section 4.1.1.1). */
    public boolean areSmtp() {
        String verb = new String(bytes, 0, endOfWord(), StandardCharsets.US_ASCII);
        return SMTP_GREETINGS.contains(verb.toUpperCase(Locale.ROOT));
    }

    private int endOfWord() {
        int end = 0;
        while (end < bytes.length && bytes[end] > ' ') {
            end++;
        }
        return end;
    }

    private boolean hasAt(int offset, String text) {
        boolean same = offset + text.length() <= bytes.length;
        for (int i = 0; same && i < text.length(); i++) {
            same = bytes[offset + i] == text.charAt(i);
        }
        return same;
    }

    /** Return them as a failure shows them: the first line of a text, or the first eight in hexadecimal. */
    @Override
    public String toString() {
        return areText() ? Printable.line(text().strip()) + (text().length() == MOST ? "..." : "") : hexadecimal();
    }

    private String hexadecimal() {
        String shown =
                HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN_OF_BINARY)));
        return bytes.length > SHOWN_OF_BINARY ? shown + " ..." : shown;
    }

    /** Return whether they are text, as far as they have come. */
    public boolean areText() {
        for (byte octet : bytes) {
            if (octet < ' ' && octet != '\r' && octet != '\n' && octet != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Return the first line. */
    private String text() {
        return new String(bytes, StandardCharsets.US_ASCII).split("[\r\n]", 2)[0];
    }
}
