package io.github.postfixture.mail.imap.message;

import io.github.postfixture.mime.Header;
import io.github.postfixture.mime.Message;
import io.github.postfixture.mime.MimePart;
import io.github.postfixture.octets.Octets;
import java.util.List;
import java.util.Optional;

/**
 * A message as IMAP shows it: envelope, structure and sections (RFC 3501 sections 6.4.5 and 7.4.2). Safe for use by
 * several threads.
 *
 * @param message what is in it
 */
public record ImapMessage(Message message) {

    /** Look at the bytes of a message. */
    public static ImapMessage of(Octets octets) {
        return new ImapMessage(Message.of(octets));
    }

    /** Return the bytes, as many as {@code RFC822.SIZE} says. */
    public Octets octets() {
        return message.octets();
    }

    /** Return {@code ENVELOPE}, one character of which is one byte. */
    public String envelope() {
        return EnvelopeText.of(message.header());
    }

    /** Return {@code BODY}, one character of which is one byte. */
    public String body() {
        return StructureText.of(message.root(), false);
    }

    /** Return {@code BODYSTRUCTURE}, one character of which is one byte. */
    public String bodyStructure() {
        return StructureText.of(message.root(), true);
    }

    /** Return the part of a section; nothing if the message has no such part, or the section names none. */
    public Optional<MimePart> part(SectionSpec section) {
        Optional<MimePart> part = Optional.empty();
        for (int number : section.path()) {
            part = part.isEmpty() ? ofMessage(message.root(), number) : within(part.get(), number);
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
        Header header = message.header();
        return switch (section.content()) {
            case ALL -> Optional.of(octets());
            case TEXT -> Optional.of(octets().slice(header.octets().length(), octets().length()));
            default -> Optional.of(ofHeader(header, section));
        };
    }

    private static Optional<Octets> ofPart(MimePart part, SectionSpec section) {
        return switch (section.content()) {
            case ALL -> Optional.of(part.body());
            case MIME -> Optional.of(part.header().octets());
            default -> part.isMessage() ? Optional.of(ofNested(part.parts().get(0), section)) : Optional.empty();
        };
    }

    private static Octets ofNested(MimePart message, SectionSpec section) {
        return section.content() == SectionSpec.Content.TEXT ? message.body() : ofHeader(message.header(), section);
    }

    private static Octets ofHeader(Header header, SectionSpec section) {
        return section.content() == SectionSpec.Content.HEADER ? header.octets() : header.only(section::wants);
    }

    /** Return the part of a number that a message has. */
    private static Optional<MimePart> ofMessage(MimePart message, int number) {
        if (message.isMultipart()) {
            List<MimePart> parts = message.parts();
            return number <= parts.size() ? Optional.of(parts.get(number - 1)) : Optional.empty();
        }
        return number == 1 ? Optional.of(message) : Optional.empty();
    }

    /** Return the part of a number that a part of a message has. */
    private static Optional<MimePart> within(MimePart part, int number) {
        if (part.isMessage()) {
            return ofMessage(part.parts().get(0), number);
        }
        return part.isMultipart() ? ofMessage(part, number) : Optional.empty();
    }
}
