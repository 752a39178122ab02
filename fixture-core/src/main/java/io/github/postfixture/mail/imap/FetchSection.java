package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.message.PartialRange;
import io.github.postfixture.mail.imap.message.SectionSpec;
import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mime.MimePart;
import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A section of a message, or a piece of one: {@code BODY[..]} (RFC 3501 section 6.4.5), or decoded, {@code BINARY[..]}
 * (RFC 3516).
 *
 * @param kind what the answer calls it: {@code BODY}, {@code BINARY} or {@code BINARY.SIZE}
 * @param section which section
 * @param range which piece, if not all
 */
record FetchSection(String kind, SectionSpec section, Optional<PartialRange> range) implements FetchItem {

    private static final String BODY = "BODY";
    private static final String BINARY = "BINARY";
    private static final String BINARY_SIZE = "BINARY.SIZE";
    private static final String PEEK = ".PEEK";

    /**
     * Take what follows the name of the item, in capitals.
     *
     * @throws BadSyntaxException if it is no section, or the item has none
     */
    static FetchSection take(String name, Arguments arguments) throws BadSyntaxException {
        String kind = name.endsWith(PEEK) ? name.substring(0, name.length() - PEEK.length()) : name;
        boolean known = kind.equals(BODY) || kind.equals(BINARY) || name.equals(BINARY_SIZE);
        if (!known) {
            throw new BadSyntaxException(name + " has no sections");
        }
        SectionSpec section = SectionSpec.parse(arguments.bracketed());
        if (!kind.equals(BODY) && section.content() != SectionSpec.Content.ALL) {
            throw new BadSyntaxException(kind + " has numbered sections only");
        }
        return new FetchSection(kind, section, range(arguments));
    }

    private static Optional<PartialRange> range(Arguments arguments) throws BadSyntaxException {
        if (!arguments.isAt('<')) {
            return Optional.empty();
        }
        String text = arguments.upTo('>');
        return Optional.of(
                PartialRange.parse(text).orElseThrow(() -> new BadSyntaxException("A piece is like <0.1024>")));
    }

    @Override
    public FetchValue value(FetchedMessage message) throws ImapRefusedException {
        String shown = kind + "[" + section + "]";
        if (kind.equals(BODY)) {
            return nilOr(shown, message.content().section(section));
        }
        Optional<Octets> decoded = section.path().isEmpty()
                ? Optional.of(message.content().octets())
                : decoded(message.content().part(section));
        return kind.equals(BINARY)
                ? nilOr(shown, decoded)
                : FetchValue.of(shown + " " + decoded.map(Octets::length).orElse(0L));
    }

    @Override
    public boolean holdsBody() {
        return !kind.equals(BINARY_SIZE) && section.holdsBody();
    }

    private FetchValue nilOr(String shown, Optional<Octets> content) {
        String origin = range.map(piece -> "<" + piece.offset() + ">").orElse("");
        return content.map(octets -> range.map(piece -> piece.of(octets)).orElse(octets))
                .map(octets -> literal(shown + origin, octets))
                .orElse(FetchValue.of(shown + origin + " NIL"));
    }

    /** Return a literal; a decoded one with zero bytes in it is written as such (RFC 3516 section 4.2). */
    private FetchValue literal(String name, Octets octets) {
        boolean binary = kind.equals(BINARY) && octets.indexOf(0, 0) < octets.length();
        return binary
                ? new FetchValue(name + " ~{" + octets.length() + "}\r\n", octets)
                : FetchValue.literal(name, octets);
    }

    private static Optional<Octets> decoded(Optional<MimePart> part) throws ImapRefusedException {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        InputStream decoded = part.get()
                .decodedBody()
                .orElseThrow(() -> new ImapRefusedException("[UNKNOWN-CTE] The encoding of the part is unknown"));
        try {
            return Optional.of(Octets.of(decoded.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot decode from memory", e);
        }
    }
}
