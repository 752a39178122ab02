package io.github.postfixture.mail.client;

import java.io.IOException;

/** Thrown when a server says no to a command; the connection can be used further. */
final class CommandRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    CommandRefusedException(String message) {
        super(message);
    }

    /** Return whether the reason is that there is no such folder (RFC 5530); Dovecot says so without the code. */
    boolean saysThatNothingIsThere() {
        String message = String.valueOf(getMessage());
        return message.contains("[NONEXISTENT]") || message.contains("NO Mailbox doesn't exist");
    }
}
