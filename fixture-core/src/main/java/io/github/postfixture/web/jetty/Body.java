package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import java.io.IOException;
import java.io.InputStream;

/** Content that is read while it is sent. */
public interface Body {

    /** Return how many bytes there are, or -1 if only the end will show. */
    long length();

    /** Open the content at its beginning. */
    InputStream open() throws IOException;

    /** Return content that is held in memory. */
    static Body of(Octets octets) {
        return new Body() {
            @Override
            public long length() {
                return octets.length();
            }

            @Override
            public InputStream open() {
                return octets.stream();
            }
        };
    }
}
