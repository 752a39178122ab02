package io.github.postfixture.mail.inbound;

import java.io.InputStream;

/** So many bytes, made while they are read, and the same each time. */
final class GeneratedBytes extends InputStream {

    private static final long STEP = 0x5DEECE66DL;

    private long left;
    private long state = 1;

    GeneratedBytes(long size) {
        left = size;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        state = state * STEP + 11;
        return (int) (state >>> 40) & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(length, left);
        for (int i = 0; i < count; i++) {
            buffer[offset + i] = (byte) read();
        }
        return count;
    }
}
