package io.github.postfixture.mail.imap.syntax;

/** A client wrote what is no IMAP; the message is for it to read. */
public final class BadSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadSyntaxException(String message) {
        super(message);
    }
}
