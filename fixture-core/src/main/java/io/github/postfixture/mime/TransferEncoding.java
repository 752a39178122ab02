package io.github.postfixture.mime;

import io.github.postfixture.net.Octets;
import java.io.InputStream;
import java.util.Optional;

/** The transfer encodings of MIME (RFC 2045 section 6). */
final class TransferEncoding {

    private TransferEncoding() {}

    /** Return the octets without an encoding, whose name is in lower case; nothing if it is unknown. */
    static Optional<InputStream> decode(String encoding, Octets encoded) {
        return switch (encoding) {
            case "7bit", "8bit", "binary" -> Optional.of(encoded.stream());
            case "base64" -> Optional.of(base64(encoded));
            case "quoted-printable" -> Optional.of(new DecodedInput(encoded, QuotedPrintable::decode));
            default -> Optional.empty();
        };
    }

    private static InputStream base64(Octets encoded) {
        Base64Text text = new Base64Text();
        return new DecodedInput(encoded, line -> text.decode(line.text()));
    }
}
