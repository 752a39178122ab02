package io.github.postfixture.net.connection;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Thrown when client and server do not come to terms about TLS; its message says why, as far as the client lets us know. */
public final class HandshakeFailedException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;
    private static final String PLAIN_ALERT = "cipher fragment (2)";

    HandshakeFailedException(IOException cause) {
        super(inWords(cause), cause);
    }

    /** Return why a handshake failed, in the same words on every protocol; newer JDKs hide the reason among the causes. */
    public static String inWords(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                .distinct()
                .map(HandshakeFailedException::meaning)
                .collect(Collectors.joining(", ", "TLS handshake failed: ", ""));
    }

    /** Say what JSSE makes of an alert in plain text, where it expects a secret. */
    private static String meaning(String message) {
        return message.contains(PLAIN_ALERT)
                ? "the client gave up in plain text, as OpenSSL does when it does not trust the certificate (" + message
                        + ")"
                : message;
    }
}
