package io.github.postfixture.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Names the bytes that are not valid in a charset, and the charset that they may be in. */
final class InvalidBytes {

    private static final int MOST = 4;

    private InvalidBytes() {}

    /** Return which they are, to follow a sentence that says that there are some. */
    static String in(byte[] bytes, Charset charset) {
        StringBuilder found = new StringBuilder();
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(1024);
        int count = 0;
        while (count < MOST && input.hasRemaining()) {
            output.clear();
            CoderResult result = decoder.decode(input, output, true);
            if (result.isError()) {
                count++;
                found.append(hex(input, result.length()));
            } else if (result.isUnderflow()) {
                break;
            }
        }
        return (count == 0 ? "" : ": bytes" + found) + guess(bytes, charset);
    }

    private static String hex(ByteBuffer input, int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length && input.hasRemaining(); i++) {
            hex.append(String.format(" %02X", input.get()));
        }
        return hex.toString();
    }

    private static String guess(byte[] bytes, Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return TextDecoder.isValid(bytes, StandardCharsets.UTF_8) ? " (all of it is valid UTF-8)" : "";
        }
        return TextDecoder.isValid(bytes, StandardCharsets.ISO_8859_1)
                ? " (perhaps ISO-8859-1)"
                : " (perhaps windows-1252)";
    }
}
