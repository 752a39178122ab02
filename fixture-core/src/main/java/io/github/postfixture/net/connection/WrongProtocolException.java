package io.github.postfixture.net.connection;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Thrown when a client speaks another protocol than the one expected; its message says which, in words. */
public final class WrongProtocolException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    WrongProtocolException(String message) {
        super(message);
    }

    /** Return the one behind an exception, such as one that the TLS engine has made of it. */
    static Optional<WrongProtocolException> behind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(WrongProtocolException.class::isInstance)
                .map(WrongProtocolException.class::cast)
                .findFirst();
    }
}
