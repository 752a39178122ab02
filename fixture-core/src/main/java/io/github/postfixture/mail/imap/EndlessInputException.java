package io.github.postfixture.mail.imap;

import java.io.IOException;

/** A client sends more than is sensible, and does not ask whether it may; the message is for it to read. */
final class EndlessInputException extends IOException {

    private static final long serialVersionUID = 1L;

    EndlessInputException(String message) {
        super(message);
    }
}
