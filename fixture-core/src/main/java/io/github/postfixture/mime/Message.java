package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A message (RFC 5322, RFC 2045), looked at. Nothing is read before somebody asks, nothing is changed, nothing throws
 * because the message is malformed. Safe for use by several threads.
 */
public final class Message {

    private final Octets octets;
    private volatile @Nullable Header header;
    private volatile @Nullable MimePart root;
    private volatile @Nullable BodyParts bodyParts;

    private Message(Octets octets) {
        this.octets = octets;
    }

    /** Look at the bytes of a message. */
    public static Message of(Octets octets) {
        return new Message(octets);
    }

    /** Return the bytes. */
    public Octets octets() {
        return octets;
    }

    /** Return the header: up to and including the blank line. */
    public Header header() {
        Header scanned = header;
        if (scanned == null) {
            scanned = PartScanner.scanHeader(octets);
            header = scanned;
        }
        return scanned;
    }

    /** Return the message with the parts that it is made of. */
    public MimePart root() {
        MimePart scanned = root;
        if (scanned == null) {
            scanned = PartScanner.scan(octets);
            root = scanned;
        }
        return scanned;
    }

    /** Return the parts by what a reader makes of them. */
    public BodyParts bodyParts() {
        BodyParts sorted = bodyParts;
        if (sorted == null) {
            sorted = BodyParts.of(root());
            bodyParts = sorted;
        }
        return sorted;
    }
}
