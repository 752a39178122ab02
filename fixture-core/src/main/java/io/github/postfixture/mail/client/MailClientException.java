package io.github.postfixture.mail.client;

import java.util.List;

/** Thrown when a {@link MailClient} cannot do what it was asked for; the message says what became of the mail. */
public final class MailClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailClientException(String message, Exception cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    /** Say what failed, one after the other. */
    MailClientException(String message, List<String> failures) {
        super(message + ":" + (failures.size() == 1 ? " " : "\n  ") + String.join("\n  ", failures));
    }
}
