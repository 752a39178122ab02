package io.github.postfixture.web.jetty;

/** Thrown by who asks for content that the record does not have any more; the message says why. */
public final class LostContentError extends AssertionError {

    private static final long serialVersionUID = 1L;

    /** Say why it is lost, and what to do about it. */
    public LostContentError(String message) {
        super(message);
    }
}
