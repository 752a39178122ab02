package io.github.postfixture.web.site;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.coding.Brotli;
import io.github.postfixture.web.engine.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Compresses texts as they are asked for. */
final class Compression {

    private static final Pattern TEXTS = Pattern.compile("text/.*|.*[+/](?:json|xml|javascript|wasm)(?:;.*)?");
    private static final long LONGEST = 16 << 20;

    private Compression() {}

    /** Return whether it is worth while. */
    static boolean pays(Optional<String> type, long length, int shortest) {
        return length >= shortest
                && length <= LONGEST
                && type.filter(media -> TEXTS.matcher(media).matches()).isPresent();
    }

    static void requireBrotli() {
        try {
            Brotli.load();
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw new IllegalStateException(
                    "withBrotli() needs Brotli4j; add com.aayushatharva.brotli4j:brotli4j to the test dependencies", e);
        }
    }

    static ResponseBody of(ResponseBody body, Coding coding) {
        Octets.Collector compressed = new Octets.Collector();
        OutputStream sink = new OutputStream() {
            @Override
            public void write(int octet) {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) {
                compressed.add(bytes, offset, count);
            }
        };
        try (InputStream content = body.open();
                OutputStream compressor = compressor(coding, sink)) {
            content.transferTo(compressor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseBody.of(compressed.collected());
    }

    private static OutputStream compressor(Coding coding, OutputStream sink) throws IOException {
        return switch (coding) {
            case BROTLI -> Brotli.compressor(sink);
            case GZIP -> new GZIPOutputStream(sink);
        };
    }
}
