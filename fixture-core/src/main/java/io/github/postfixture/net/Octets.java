package io.github.postfixture.net;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** An immutable run of bytes, kept in the pieces in which it arrived so that a large one is never copied whole. */
public final class Octets {

    private final List<byte[]> chunks;
    private final long length;

    private Octets(List<byte[]> chunks, long length) {
        this.chunks = chunks;
        this.length = length;
    }

    /** Return a copy of the bytes. */
    public static Octets of(byte[] bytes) {
        return new Octets(List.of(bytes.clone()), bytes.length);
    }

    /** Return how many bytes there are. */
    public long length() {
        return length;
    }

    /** Return the bytes from the first to the last; the stream needs no closing. */
    public InputStream stream() {
        List<InputStream> streams = new ArrayList<>(chunks.size());
        for (byte[] chunk : chunks) {
            streams.add(new ByteArrayInputStream(chunk));
        }
        return streams.size() == 1 ? streams.get(0) : new SequenceInputStream(Collections.enumeration(streams));
    }

    /** Return these bytes behind others; nothing is copied. */
    public Octets behind(byte[] head) {
        List<byte[]> all = new ArrayList<>(chunks.size() + 1);
        all.add(head);
        all.addAll(chunks);
        return new Octets(List.copyOf(all), head.length + length);
    }

    /**
     * Return the bytes in an array of their own.
     *
     * @throws ArithmeticException if there are more than an array can hold
     */
    public byte[] toByteArray() {
        byte[] bytes = new byte[Math.toIntExact(length)];
        int end = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, bytes, end, chunk.length);
            end += chunk.length;
        }
        return bytes;
    }

    /** Collects bytes. Not safe for use by several threads. */
    public static final class Collector {

        private static final int LARGEST_CHUNK = 1 << 20;

        private final List<byte[]> full = new ArrayList<>();
        private byte[] current = new byte[4096];
        private int end;
        private long length;

        /** Add some bytes. */
        public void add(byte[] bytes, int offset, int count) {
            int from = offset;
            int left = count;
            while (left > 0) {
                if (end == current.length) {
                    startChunk();
                }
                int fit = Math.min(left, current.length - end);
                System.arraycopy(bytes, from, current, end, fit);
                end += fit;
                from += fit;
                left -= fit;
            }
            length += count;
        }

        /** Return how many bytes were added. */
        public long length() {
            return length;
        }

        /** Return what was added; the collector must not be used afterwards. */
        public Octets collected() {
            full.add(end == current.length ? current : Arrays.copyOf(current, end));
            return new Octets(List.copyOf(full), length);
        }

        private void startChunk() {
            full.add(current);
            current = new byte[Math.min(2 * current.length, LARGEST_CHUNK)];
            end = 0;
        }
    }
}
