package io.github.postfixture.web.service;

import io.github.postfixture.web.engine.IncomingContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/** The content of a request to a {@link Service}, with its content codings. It arrives while it is read, once, by one thread. */
public final class RequestBody {

    private final IncomingContent content;

    /**
     * Make the content of a request to a service.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public RequestBody(IncomingContent content) {
        this.content = content;
    }

    /** Return how long it is said to be, in bytes, if that is said. */
    public OptionalLong declaredLength() {
        return content.declaredLength() < 0 ? OptionalLong.empty() : OptionalLong.of(content.declaredLength());
    }

    /** Return the bytes; reading throws an {@link IOException} if they do not come, and the stream needs no closing. */
    public InputStream stream() {
        return content;
    }

    /**
     * Read all of it, or nothing if it is longer: nothing at all if it says so itself, and no more than so much otherwise.
     *
     * @param most how long it may be, in bytes
     * @throws IOException if it does not come, or not as a whole
     */
    public Optional<byte[]> read(int most) throws IOException {
        if (content.declaredLength() > most) {
            return Optional.empty();
        }
        byte[] bytes = content.readNBytes(most);
        return content.read() < 0 ? Optional.of(bytes) : Optional.empty();
    }
}
