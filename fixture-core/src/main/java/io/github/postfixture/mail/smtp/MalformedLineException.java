package io.github.postfixture.mail.smtp;

/** A line that is no command line; the message is the text of the reply. */
final class MalformedLineException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedLineException(String message) {
        super(message);
    }
}
