package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Records the body of a response while it is sent. What is in memory anyway, or can be read again, is not copied;
 * short files are, so that they can change, and of all else the beginning. Not safe for several threads.
 */
public final class BodyRecorder {

    private static final long SHORT = 64 << 10;

    private final CRC32C checksum = new CRC32C();
    private @Nullable ResponseBody source;
    private Octets.@Nullable Collector copy;
    private long length;

    /** Say where the content comes from, before any of it is sent. */
    public void comesFrom(ResponseBody body) {
        source = body;
    }

    /** Return how much was sent, in bytes. */
    public long length() {
        return length;
    }

    /** Take note of content as it is sent. */
    public void add(ByteBuffer content) {
        length += content.remaining();
        if (isRepeatable() && !isInMemory()) {
            checksum.update(content.duplicate());
        }
        if (!isRepeatable() || (!isInMemory() && source().length() <= SHORT)) {
            copy(content);
        }
    }

    private void copy(ByteBuffer content) {
        Octets.Collector collector = copy == null ? new Octets.Collector() : copy;
        byte[] bytes = new byte[(int) Math.min(content.remaining(), RequestHandler.RECORDED_BODY - collector.length())];
        content.get(bytes);
        collector.add(bytes, 0, bytes.length);
        copy = collector;
    }

    /** Return what there is; nothing must be added afterwards. */
    public RecordedBody kept() {
        if (length == 0) {
            return RecordedBody.of(Octets.of(new byte[0]));
        }
        if (source instanceof ResponseBody.InMemory memory) {
            return RecordedBody.of(memory.octets().slice(0, Math.min(length, memory.length())), memory.cost());
        }
        if (!isRepeatable()) {
            return RecordedBody.of(copied());
        }
        RepeatableContent original = new RepeatableContent(source(), length, checksum.getValue());
        return copy == null ? RecordedBody.of(original) : RecordedBody.of(copied(), original);
    }

    private Octets copied() {
        return (copy == null ? new Octets.Collector() : copy).collected();
    }

    private boolean isRepeatable() {
        return source != null && source.isRepeatable();
    }

    private boolean isInMemory() {
        return source instanceof ResponseBody.InMemory;
    }

    private ResponseBody source() {
        return Objects.requireNonNull(source);
    }
}
