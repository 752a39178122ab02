package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message that has gone, as the record has it: the bytes, or where they can be read again. Safe for
 * several threads.
 */
public final class KeptBody {

    private static final KeptBody NOTHING = new KeptBody(Octets.of(new byte[0]), null, 0);
    private static final String CHANGED =
            "The content was not copied, as it was that of a file, and the file has changed"
                    + " since; look at it before";

    private final long cost;
    private volatile @Nullable Octets octets;
    private volatile @Nullable Original original;
    private volatile String loss = CHANGED;

    private KeptBody(@Nullable Octets octets, @Nullable Original original, long cost) {
        this.octets = octets;
        this.original = original;
        this.cost = cost;
    }

    /** Keep bytes that nobody else holds. */
    public static KeptBody of(Octets octets) {
        return octets.length() == 0 ? NOTHING : new KeptBody(octets, null, octets.length());
    }

    /**
     * Keep bytes.
     *
     * @param cost how many of them nobody else holds
     */
    static KeptBody of(Octets octets, long cost) {
        return new KeptBody(octets, null, cost);
    }

    /** Refer to what can be read again. */
    static KeptBody of(Original original) {
        return new KeptBody(null, original, original.body().cost());
    }

    /** Keep bytes for as long as there is room for them, and then refer to what can be read again. */
    static KeptBody of(Octets octets, Original original) {
        return new KeptBody(octets, original, octets.length());
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
        Original source = original;
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
