package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a recorded request or response: the bytes, or where they can be read again. Safe for use by several
 * threads.
 */
public final class RecordedBody {

    private static final RecordedBody NOTHING = new RecordedBody(Octets.of(new byte[0]), null, 0);
    private static final String CHANGED =
            "The content was not copied, as it was that of a file, and the file has changed"
                    + " since; look at it before";

    private final long cost;
    private volatile @Nullable Octets octets;
    private volatile @Nullable RepeatableContent original;
    private volatile String loss = CHANGED;

    private RecordedBody(@Nullable Octets octets, @Nullable RepeatableContent original, long cost) {
        this.octets = octets;
        this.original = original;
        this.cost = cost;
    }

    /** Keep bytes that nobody else holds. */
    public static RecordedBody of(Octets octets) {
        return octets.length() == 0 ? NOTHING : new RecordedBody(octets, null, octets.length());
    }

    /**
     * Keep bytes.
     *
     * @param cost how many of them nobody else holds
     */
    static RecordedBody of(Octets octets, long cost) {
        return new RecordedBody(octets, null, cost);
    }

    /** Refer to what can be read again. */
    static RecordedBody of(RepeatableContent original) {
        return new RecordedBody(null, original, original.body().cost());
    }

    /** Keep bytes for as long as there is room for them, and then refer to what can be read again. */
    static RecordedBody of(Octets octets, RepeatableContent original) {
        return new RecordedBody(octets, original, octets.length());
    }

    /** Make a body without bytes, and say why to those who ask for them. */
    public static RecordedBody unread(String why) {
        RecordedBody body = new RecordedBody(null, null, 0);
        body.loss = why;
        return body;
    }

    /** Return how many bytes are held for the record alone. */
    public long cost() {
        return cost;
    }

    /**
     * Return the content.
     *
     * @throws LostContentError if it was dropped, or was that of a file that has changed; the message says so
     */
    public Octets octets() {
        Octets kept = octets;
        RepeatableContent source = original;
        if (kept != null) {
            return kept;
        }
        return (source == null ? Optional.<Octets>empty() : source.read())
                .orElseThrow(() -> new LostContentError(loss));
    }

    /** Hold no bytes for the record alone any more, and say why to those who ask for them. */
    public void drop(String why) {
        if (cost > 0) {
            loss = why;
            octets = null;
            original = original == null || original.body().cost() > 0 ? null : original;
        }
    }
}
