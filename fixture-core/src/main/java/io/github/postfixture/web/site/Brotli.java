package io.github.postfixture.web.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Compresses and decompresses by Brotli4j, which is there only if the user has it. */
final class Brotli {

    private static final Encoder.Parameters QUICKLY = Encoder.Parameters.create(5);

    private Brotli() {}

    /** Load its native library. */
    static void load() {
        Brotli4jLoader.ensureAvailability();
    }

    static InputStream decompressor(InputStream coded) throws IOException {
        load();
        return new BrotliInputStream(coded);
    }

    static OutputStream compressor(OutputStream sink) throws IOException {
        return new BrotliOutputStream(sink, QUICKLY);
    }
}
