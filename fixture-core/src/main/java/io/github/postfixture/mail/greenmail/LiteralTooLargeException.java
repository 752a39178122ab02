package io.github.postfixture.mail.greenmail;

import java.io.IOException;

/** A literal that the client must not send. */
final class LiteralTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String begin;

    LiteralTooLargeException(String begin) {
        super("Literal too large");
        this.begin = begin;
    }

    /** Return the command up to the literal. */
    String begin() {
        return begin;
    }
}
