package io.github.postfixture.web;

import io.github.postfixture.net.ContentCodings;
import io.github.postfixture.net.UndecodableException;
import io.github.postfixture.web.site.Coding;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The content codings that need a library of the user's. */
final class OptionalCodings {

    static final Map<String, ContentCodings.Decoder> DECODERS = Map.of("br", OptionalCodings::unbrotli);

    private OptionalCodings() {}

    private static InputStream unbrotli(InputStream coded) throws IOException {
        try {
            return Coding.decodeBrotli(coded);
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw new UndecodableException("content coded as br, for which com.aayushatharva.brotli4j:brotli4j"
                    + " must be among the test dependencies");
        }
    }
}
