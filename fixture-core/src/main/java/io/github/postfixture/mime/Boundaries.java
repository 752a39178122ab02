package io.github.postfixture.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The boundaries of the multiparts of one message (RFC 2046 section 5.1.1), which are the same each time. None can be
 * among what it separates: no encoded text has {@code =_}, and what is not encoded does not have its own digest.
 */
final class Boundaries {

    private static final int LENGTH = 16;

    private final PartWriter message;
    private String digest = "";
    private int count;

    Boundaries(PartWriter message) {
        this.message = message;
    }

    String next() throws IOException {
        if (count == 0) {
            digest = digest();
        }
        count++;
        return "=_" + count + "_" + digest;
    }

    private String digest() throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            message.writeUnencoded(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
            return HexFormat.of().formatHex(sha.digest(), 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
