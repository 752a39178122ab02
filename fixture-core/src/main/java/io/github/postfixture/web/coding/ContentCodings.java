package io.github.postfixture.web.coding;

import io.github.postfixture.octets.Octets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Takes the codings of {@code Content-Encoding} from content (RFC 9110 section 8.4). */
public final class ContentCodings {

    private static final int PIECE = 8 << 10;

    private static final Map<String, Decoder> KNOWN = Map.of(
            "identity", coded -> coded,
            "gzip", GZIPInputStream::new,
            "x-gzip", GZIPInputStream::new,
            "deflate", ContentCodings::inflated,
            "br", ContentCodings::decompressed);

    private ContentCodings() {}

    /** Takes one coding away. */
    private interface Decoder {

        /** Return the content that was coded. */
        InputStream decode(InputStream coded) throws IOException;
    }

    /**
     * Return the content without its codings, the last one first.
     *
     * @param contentEncoding the codings in the order in which they were applied; may be empty
     * @param most how long the decoded content may be, in bytes
     * @throws UndecodableException if a coding is unknown, the content is not coded that way, or is too long
     */
    public static Octets decode(String contentEncoding, Octets content, long most) {
        List<String> codings = Arrays.stream(
                        contentEncoding.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty())
                .toList();
        return codings.isEmpty() ? content : decode(codings, content, most);
    }

    private static Octets decode(List<String> codings, Octets content, long most) {
        String names = String.join(", ", codings);
        List<Decoder> decoders = codings.stream()
                .map(coding -> Optional.ofNullable(KNOWN.get(coding))
                        .orElseThrow(() -> new UndecodableException(
                                "content coded as " + names + ", of which " + coding + " is unknown here")))
                .toList();
        try {
            InputStream decoded = content.stream();
            for (int i = decoders.size() - 1; i >= 0; i--) {
                decoded = decoders.get(i).decode(decoded);
            }
            return read(decoded, names, most);
        } catch (IOException e) {
            String why = e instanceof EOFException ? "it ends too early" : e.getMessage();
            throw new UndecodableException("content coded as " + names + " that cannot be decoded: " + why, e);
        }
    }

    /** Decompress Brotli; its library is looked for when the class that needs it is loaded. */
    private static InputStream decompressed(InputStream coded) throws IOException {
        try {
            return Brotli.decompressor(coded);
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw new UndecodableException("content coded as br, for which com.aayushatharva.brotli4j:brotli4j"
                    + " must be among the test dependencies");
        }
    }

    private static Octets read(InputStream decoded, String names, long most) throws IOException {
        Octets.Collector collected = new Octets.Collector();
        byte[] piece = new byte[PIECE];
        for (int count = decoded.read(piece); count >= 0; count = decoded.read(piece)) {
            if (collected.length() + count > most) {
                throw new UndecodableException(
                        "content coded as " + names + " that has more than " + most + " bytes when decoded");
            }
            collected.add(piece, 0, count);
        }
        return collected.collected();
    }

    /** Read the zlib format, or bare deflate, which some send instead (RFC 9110 section 8.4.1.2). */
    private static InputStream inflated(InputStream coded) throws IOException {
        PushbackInputStream content = new PushbackInputStream(coded, 2);
        byte[] head = content.readNBytes(2);
        content.unread(head);
        boolean zlib =
                head.length == 2 && (head[0] & 0x0f) == 8 && ((head[0] & 0xff) << 8 | (head[1] & 0xff)) % 31 == 0;
        return new InflaterInputStream(content, new Inflater(!zlib));
    }
}
