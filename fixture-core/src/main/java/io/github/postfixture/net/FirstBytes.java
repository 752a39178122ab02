package io.github.postfixture.net;

import io.github.postfixture.explanation.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** The first bytes that a client sent on a connection: they tell which protocol it speaks. Immutable. */
public final class FirstBytes {

    /** How many are kept. */
    static final int MOST = 64;

    private static final int SHOWN_OF_BINARY = 8;
    private static final String HTTP_METHODS = " GET HEAD POST PUT DELETE OPTIONS PATCH CONNECT TRACE PRI ";

    private final byte[] bytes;

    FirstBytes(byte[] bytes) {
        this.bytes = bytes.clone();
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
        String[] words = text().split(" ", 3);
        return words.length > 1
                && HTTP_METHODS.contains(" " + words[0] + " ")
                && (words[1].startsWith("/") || words[1].startsWith("http") || words[1].startsWith("*"));
    }

    /** Return whether they greet a server that takes mail (RFC 5321 section 4.1.1.1). */
    public boolean areSmtp() {
        String verb = text().split(" ", 2)[0].toUpperCase(Locale.ROOT);
        return verb.equals("EHLO") || verb.equals("HELO") || verb.equals("LHLO");
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
