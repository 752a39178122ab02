package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.InputStream;

/**
 * The content of a request that is read while it arrives, of which the beginning is recorded. Reading may block, and is for
 * one thread at a time.
 */
public final class IncomingContent extends InputStream {

    private final InputStream source;
    private final long declaredLength;
    private final Octets.Collector kept = new Octets.Collector();
    private volatile long length;
    private volatile boolean isEnded;

    /**
     * Read content from a stream.
     *
     * @param declaredLength how long it is said to be, in bytes; -1 if that shows at its end
     */
    public IncomingContent(InputStream source, long declaredLength) {
        this.source = source;
        this.declaredLength = declaredLength;
        isEnded = declaredLength == 0;
    }

    /** Return how long it is said to be, in bytes; -1 if that shows at its end. */
    public long declaredLength() {
        return declaredLength;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * Read some of it, as soon as there is some.
     *
     * @throws IncompleteContentException if it does not come in time, is malformed, or its client has gone
     */
    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = isEnded ? -1 : source.read(buffer, offset, count);
        if (read > 0) {
            record(buffer, offset, read);
        }
        isEnded |= read < 0 || length == declaredLength;
        return read;
    }

    private synchronized void record(byte[] buffer, int offset, int count) {
        length += count;
        kept.add(buffer, offset, (int) Math.min(count, RequestHandler.RECORDED_BODY - kept.length()));
    }

    /** Return whether all of it was read. */
    public boolean isEnded() {
        return isEnded;
    }

    /** Return how much was read, in bytes. */
    public long length() {
        return length;
    }

    /** Return the beginning of what was read, no more than {@link RequestHandler#RECORDED_BODY} bytes. */
    public synchronized Octets kept() {
        return kept.collected();
    }
}
