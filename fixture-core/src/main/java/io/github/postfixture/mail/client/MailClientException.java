package io.github.postfixture.mail.client;

import jakarta.mail.MessagingException;

/** Thrown when a {@link MailClient} cannot do what it was asked for; the message says what became of the mail. */
public final class MailClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailClientException(String message, MessagingException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
