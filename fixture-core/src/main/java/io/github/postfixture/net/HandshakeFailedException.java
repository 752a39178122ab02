package io.github.postfixture.net;

import java.io.IOException;
import java.util.Objects;

/** Thrown when client and server do not come to terms about TLS; its message says why, as far as the client lets us know. */
public final class HandshakeFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    HandshakeFailedException(IOException cause) {
        super("TLS handshake failed: " + reason(cause), cause);
    }

    private static String reason(IOException failure) {
        String why = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        return failure.getCause() == null
                ? why
                : why + ", " + failure.getCause().getMessage();
    }
}
