package io.github.postfixture.mail.imap;

import java.io.IOException;

/** Thrown when the server is to say goodbye; the message says why. */
final class GoodbyeException extends IOException {

    private static final long serialVersionUID = 1L;

    GoodbyeException(String reason) {
        super(reason);
    }
}
