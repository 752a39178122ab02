package io.github.postfixture.mime;

import java.util.Arrays;

/** Collects what has been decoded. Not safe for use by several threads. */
final class DecodedOctets {

    private byte[] octets = new byte[128];
    private int end;

    void write(int octet) {
        if (end == octets.length) {
            octets = Arrays.copyOf(octets, 2 * end);
        }
        octets[end++] = (byte) octet;
    }

    /** Return what was written since this was asked last. */
    byte[] taken() {
        byte[] taken = Arrays.copyOf(octets, end);
        end = 0;
        return taken;
    }
}
