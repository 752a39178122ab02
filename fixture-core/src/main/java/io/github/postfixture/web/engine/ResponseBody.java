package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.InputStream;

/** The body of a response, read while it is sent. */
public interface ResponseBody {

    /** Return how many bytes there are, or -1 if only the end will show. */
    long length();

    /** Open the content at its beginning. */
    InputStream open() throws IOException;

    /** Return whether it can be opened again, later too, and is the same unless somebody has changed it. */
    default boolean isRepeatable() {
        return false;
    }

    /** Return how many bytes are in memory for this alone. */
    default long cost() {
        return 0;
    }

    /** Return content that was made for one answer. */
    static ResponseBody of(Octets octets) {
        return new InMemory(octets, octets.length());
    }

    /** Return content that somebody else holds in memory. */
    static ResponseBody held(Octets octets) {
        return new InMemory(octets, 0);
    }

    /**
     * Content in memory.
     *
     * @param octets what it is
     * @param cost how many bytes nobody else holds
     */
    record InMemory(Octets octets, long cost) implements ResponseBody {

        @Override
        public long length() {
            return octets.length();
        }

        @Override
        public InputStream open() {
            return octets.stream();
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }
    }
}
