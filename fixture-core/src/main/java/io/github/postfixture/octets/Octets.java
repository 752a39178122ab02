package io.github.postfixture.octets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** An immutable run of bytes, kept in the pieces in which it arrived so that a large one is never copied whole. */
public final class Octets {

    private final byte[][] chunks;
    private final long[] starts;
    private final long from;
    private final long length;

    private Octets(byte[][] chunks, long[] starts, long from, long length) {
        this.chunks = chunks;
        this.starts = starts;
        this.from = from;
        this.length = length;
    }

    /** Return a copy of the bytes. */
    public static Octets of(byte[] bytes) {
        return joined(List.of(bytes.clone()), bytes.length);
    }

    /** Return the text, each character of which is one byte (ISO 8859-1). */
    public static Octets of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return joined(List.of(bytes), bytes.length);
    }

    /** Return what a stream holds, up to its end. */
    public static Octets read(InputStream input) throws IOException {
        Collector collector = new Collector();
        byte[] buffer = new byte[8192];
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            collector.add(buffer, 0, count);
        }
        return collector.collected();
    }

    /** Return how many bytes there are. */
    public long length() {
        return length;
    }

    /**
     * Return one byte, 0 to 255.
     *
     * @throws IndexOutOfBoundsException if there is none at that index
     */
    public int at(long index) {
        Objects.checkIndex(index, length);
        int chunk = chunkAt(index);
        return chunks[chunk][(int) (from + index - starts[chunk])] & 0xff;
    }

    /** Return where a byte is found next, from an index on; the length if nowhere. */
    public long indexOf(int octet, long start) {
        long index = start;
        while (index < length) {
            Piece piece = pieceAt(index);
            int found = piece.indexOf((byte) octet);
            if (found >= 0) {
                return index + found;
            }
            index += piece.count;
        }
        return length;
    }

    /**
     * Return the bytes from an index up to another, without copying them.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public Octets slice(long start, long end) {
        Objects.checkFromToIndex(start, end, length);
        return new Octets(chunks, starts, from + start, end - start);
    }

    /** Return the bytes from the first to the last; the stream needs no closing. */
    public InputStream stream() {
        List<InputStream> streams = new ArrayList<>();
        for (Piece piece : pieces()) {
            streams.add(new ByteArrayInputStream(piece.bytes, piece.offset, piece.count));
        }
        return streams.size() == 1 ? streams.get(0) : new SequenceInputStream(Collections.enumeration(streams));
    }

    /** Return these bytes behind others; those of a whole message are not copied. */
    public Octets behind(byte[] head) {
        List<byte[]> all = new ArrayList<>();
        all.add(head);
        pieces().forEach(piece -> all.add(piece.whole()));
        return joined(all, head.length + length);
    }

    /** Write the bytes, from the first to the last, as they lie. */
    public void writeTo(OutputStream output) throws IOException {
        for (Piece piece : pieces()) {
            output.write(piece.bytes, piece.offset, piece.count);
        }
    }

    /**
     * Return the bytes in an array of their own.
     *
     * @throws ArithmeticException if there are more than an array can hold
     */
    public byte[] toByteArray() {
        byte[] bytes = new byte[Math.toIntExact(length)];
        int end = 0;
        for (Piece piece : pieces()) {
            System.arraycopy(piece.bytes, piece.offset, bytes, end, piece.count);
            end += piece.count;
        }
        return bytes;
    }

    /**
     * Return the bytes as text, each as one character (ISO 8859-1).
     *
     * @throws ArithmeticException if there are more than an array can hold
     */
    public String text() {
        return new String(toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static Octets joined(List<byte[]> chunks, long length) {
        long[] starts = new long[chunks.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + chunks.get(i - 1).length;
        }
        return new Octets(chunks.toArray(byte[][]::new), starts, 0, length);
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (long index = 0; index < length; index += pieces.get(pieces.size() - 1).count) {
            pieces.add(pieceAt(index));
        }
        return pieces;
    }

    private Piece pieceAt(long index) {
        int chunk = chunkAt(index);
        int offset = (int) (from + index - starts[chunk]);
        return new Piece(chunks[chunk], offset, (int) Math.min(length - index, chunks[chunk].length - offset));
    }

    private int chunkAt(long index) {
        int found = Arrays.binarySearch(starts, from + index);
        return found >= 0 ? found : -found - 2;
    }

    /** What lies in one chunk. */
    private static final class Piece {

        private final byte[] bytes;
        private final int offset;
        private final int count;

        Piece(byte[] bytes, int offset, int count) {
            this.bytes = bytes;
            this.offset = offset;
            this.count = count;
        }

        /** Return where the byte is found first, counted from the offset; -1 if nowhere. */
        int indexOf(byte octet) {
            for (int i = offset; i < offset + count; i++) {
                if (bytes[i] == octet) {
                    return i - offset;
                }
            }
            return -1;
        }

        /** Return an array of these bytes alone, which is not to be changed. */
        byte[] whole() {
            return count == bytes.length ? bytes : Arrays.copyOfRange(bytes, offset, offset + count);
        }
    }

    /** Collects bytes; closing it does nothing. Not safe for use by several threads. */
    public static final class Collector extends OutputStream {

        /** With its header no more than a megabyte, of which G1 would give it two. */
        private static final int LARGEST_CHUNK = (1 << 20) - 64;

        private static final int RESERVE = 4 << 20;
        private static final byte[] NOTHING = {};

        private final List<byte[]> full = new ArrayList<>();
        private byte[] current = new byte[4096];
        private int end;
        private long length;
        private boolean overflown;

        @SuppressWarnings("unused")
        private byte[] reserve = NOTHING;

        /**
         * Add some bytes, if the memory holds them; when it does not, everything is let go, and nothing is kept any more.
         *
         * @return whether everything so far is kept
         */
        public boolean addIfMemoryHolds(byte[] bytes, int offset, int count) {
            if (!overflown) {
                try {
                    if (end + count > current.length) {
                        requireReserve();
                    }
                    add(bytes, offset, count);
                } catch (OutOfMemoryError e) {
                    overflow();
                }
            }
            return !overflown;
        }

        /** Be out of memory before the application is, which runs in the same JVM. */
        private void requireReserve() {
            Runtime jvm = Runtime.getRuntime();
            if (jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory() < RESERVE) {
                reserve = new byte[RESERVE];
                reserve = NOTHING;
            }
        }

        private void overflow() {
            overflown = true;
            full.clear();
            current = NOTHING;
            end = 0;
            length = 0;
        }

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

        @Override
        public void write(int octet) {
            if (end == current.length) {
                startChunk();
            }
            current[end++] = (byte) octet;
            length++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            add(bytes, offset, count);
        }

        /** Return how many bytes were added. */
        public long length() {
            return length;
        }

        /** Return what was added; the collector must not be used afterwards. */
        public Octets collected() {
            full.add(end == current.length ? current : Arrays.copyOf(current, end));
            return joined(full, length);
        }

        private void startChunk() {
            full.add(current);
            current = new byte[Math.min(2 * current.length, LARGEST_CHUNK)];
            end = 0;
        }
    }
}
