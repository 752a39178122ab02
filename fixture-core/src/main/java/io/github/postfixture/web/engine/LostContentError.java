package io.github.postfixture.web.engine;

/** Thrown when a recorded body is asked for that is not kept any more; the message says why. */
public final class LostContentError extends AssertionError {

    private static final long serialVersionUID = 1L;

    /** Say why it is lost, and what to do about it. */
    public LostContentError(String message) {
        super(message);
    }
}
