package io.github.postfixture.net;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Thrown when client and server do not come to terms about TLS; its message says why, as far as the client lets us know. */
public final class HandshakeFailedException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    HandshakeFailedException(IOException cause) {
        super(inWords(cause), cause);
    }

    /** Return why a handshake failed, in the same words on every protocol; newer JDKs hide the reason among the causes. */
    public static String inWords(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                .distinct()
                .collect(Collectors.joining(", ", "TLS handshake failed: ", ""));
    }
}
