package io.github.postfixture.web.coding;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Compresses and decompresses by Brotli4j, which is there only if the user has it. */
public final class Brotli {

    private static final Encoder.Parameters QUICKLY = Encoder.Parameters.create(5);

    private Brotli() {}

    /** Load its native library. */
    public static void load() {
        Brotli4jLoader.ensureAvailability();
    }

    /** Return the content that was coded (RFC 7932). */
    static InputStream decompressor(InputStream coded) throws IOException {
        load();
        return new BrotliInputStream(coded);
    }

    /** Compress what is written to a sink. */
    public static OutputStream compressor(OutputStream sink) throws IOException {
        return new BrotliOutputStream(sink, QUICKLY);
    }
}
