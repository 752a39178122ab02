package io.github.postfixture.mime;

import io.github.postfixture.net.Octets;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message, or a part of one. What declares to be composed of parts and cannot be read so, is one without parts here.
 *
 * @param header its own header
 * @param type what it is to be taken for
 * @param body what follows the header
 * @param parts the parts of a multipart; the one message within a {@code message/rfc822}; empty for all else
 */
public record Part(Header header, MediaType type, Octets body, List<Part> parts) {

    public Part {
        parts = List.copyOf(parts);
    }

    public boolean isMultipart() {
        return type.isMultipart();
    }

    /** Return whether this holds another message (RFC 2046 section 5.2.1). */
    public boolean isMessage() {
        return type.is("message", "rfc822");
    }

    /** Return the transfer encoding, in lower case; {@code 7bit} if none is declared. */
    public String encoding() {
        String declared = ParameterizedValue.parse(
                        header.value("Content-Transfer-Encoding").orElse(""))
                .value();
        return declared.isEmpty() ? "7bit" : declared.toLowerCase(Locale.ROOT);
    }

    /** Return the body without its transfer encoding; nothing if the encoding is unknown. */
    public Optional<InputStream> decodedBody() {
        return TransferEncoding.decode(encoding(), body);
    }

    /** Return this part and all within it, each before what is within it. */
    public Stream<Part> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::all));
    }
}
