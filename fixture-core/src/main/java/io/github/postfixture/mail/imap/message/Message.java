package io.github.postfixture.mail.imap.message;

import io.github.postfixture.net.Octets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as IMAP looks at it. Nothing is read before somebody asks, nothing is changed, nothing throws because the
 * message is malformed. Safe for use by several threads.
 */
public final class Message {

    private final Octets octets;
    private volatile @Nullable Part root;

    private Message(Octets octets) {
        this.octets = octets;
    }

    /** Look at the bytes of a message. */
    public static Message of(Octets octets) {
        return new Message(octets);
    }

    /** Return the bytes, as many as {@code RFC822.SIZE} says. */
    public Octets octets() {
        return octets;
    }

    /** Return the header: up to and including the blank line, or up to what is no header field. */
    public Header header() {
        Part scanned = root;
        return scanned == null ? PartScanner.scanHeader(octets) : scanned.header();
    }

    /** Return the message with the parts that it is made of. */
    public Part root() {
        Part scanned = root;
        if (scanned == null) {
            scanned = PartScanner.scan(octets);
            root = scanned;
        }
        return scanned;
    }

    /** Return {@code ENVELOPE}, one character of which is one byte. */
    public String envelope() {
        return EnvelopeText.of(header());
    }

    /** Return {@code BODY}, one character of which is one byte. */
    public String body() {
        return StructureText.of(root(), false);
    }

    /** Return {@code BODYSTRUCTURE}, one character of which is one byte. */
    public String bodyStructure() {
        return StructureText.of(root(), true);
    }

    /** Return the part of a section; nothing if the message has no such part, or the section names none. */
    public Optional<Part> part(SectionSpec section) {
        Optional<Part> part = Optional.empty();
        for (int number : section.path()) {
            part = part.isEmpty() ? root().ofMessage(number) : part.get().within(number);
            if (part.isEmpty()) {
                return part;
            }
        }
        return part;
    }

    /** Return a section as it stands in the message; nothing if the message has no such part. */
    public Optional<Octets> section(SectionSpec section) {
        return section.path().isEmpty() ? ofMessage(section) : part(section).flatMap(part -> ofPart(part, section));
    }

    private Optional<Octets> ofMessage(SectionSpec section) {
        Header header = header();
        return switch (section.content()) {
            case ALL -> Optional.of(octets);
            case TEXT -> Optional.of(octets.slice(header.octets().length(), octets.length()));
            default -> Optional.of(ofHeader(header, section));
        };
    }

    private static Optional<Octets> ofPart(Part part, SectionSpec section) {
        return switch (section.content()) {
            case ALL -> Optional.of(part.body());
            case MIME -> Optional.of(part.header().octets());
            default -> part.isMessage() ? Optional.of(ofNested(part.parts().get(0), section)) : Optional.empty();
        };
    }

    private static Octets ofNested(Part message, SectionSpec section) {
        return section.content() == SectionSpec.Content.TEXT ? message.body() : ofHeader(message.header(), section);
    }

    private static Octets ofHeader(Header header, SectionSpec section) {
        return section.content() == SectionSpec.Content.HEADER ? header.octets() : header.only(section::wants);
    }
}
