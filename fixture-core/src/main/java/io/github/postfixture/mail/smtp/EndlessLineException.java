package io.github.postfixture.mail.smtp;

import java.io.IOException;

/** A line so long that the client is given up. */
final class EndlessLineException extends IOException {

    private static final long serialVersionUID = 1L;

    EndlessLineException() {
        super("A line without end");
    }
}
