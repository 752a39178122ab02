package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The transfer encodings of MIME (RFC 2045 section 6). */
final class TransferEncoding {

    private static final Set<String> NONE = Set.of("7bit", "8bit", "binary");

    private TransferEncoding() {}

    /** Return the encoding that a header declares, in lower case; {@code 7bit} if it declares none. */
    static String declared(Header header) {
        String declared = header.value("Content-Transfer-Encoding")
                .map(value -> ParameterizedValue.parse(value).value())
                .orElse("");
        return declared.isEmpty() ? "7bit" : QuotedText.unquoted(declared).toLowerCase(Locale.ROOT);
    }

    /** Return whether octets of an encoding, whose name is in lower case, are to be decoded. */
    static boolean encodes(String encoding) {
        return encoding.equals("base64") || encoding.equals("quoted-printable");
    }

    /** Return the octets without an encoding, whose name is in lower case; nothing if it is unknown. */
    static Optional<InputStream> stream(String encoding, Octets encoded) {
        if (encodes(encoding)) {
            return Optional.of(new DecodedInput(encoded, decoder(encoding)));
        }
        return Optional.of(encoded.stream()).filter(identity -> NONE.contains(encoding));
    }

    /** Return the octets without an encoding, whose name is in lower case; as they stand if it is unknown. */
    static byte[] decode(String encoding, Octets encoded) {
        if (!encodes(encoding)) {
            return encoded.toByteArray();
        }
        try (InputStream decoded = new DecodedInput(encoded, decoder(encoding))) {
            return decoded.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot decode from memory", e);
        }
    }

    /** Return what is wrong with octets of an encoding, as the rest of a sentence about them; nothing if all is well. */
    static Optional<String> damage(String encoding, Octets encoded) {
        if (!encodes(encoding)) {
            return Optional.of("declares the unknown transfer encoding " + encoding)
                    .filter(unknown -> !NONE.contains(encoding));
        }
        TransferDecoder decoder = decoder(encoding);
        try (InputStream decoded = new DecodedInput(encoded, decoder)) {
            decoded.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot decode from memory", e);
        }
        return Optional.of("is declared as " + encoding + " and " + decoder.damage())
                .filter(damage -> !decoder.damage().isEmpty());
    }

    static boolean isSevenBit(Octets octets) {
        byte[] buffer = new byte[8192];
        try (InputStream input = octets.stream()) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] <= 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read from memory", e);
        }
    }

    private static TransferDecoder decoder(String encoding) {
        return encoding.equals("base64") ? new Base64Text() : new QuotedPrintable();
    }
}
