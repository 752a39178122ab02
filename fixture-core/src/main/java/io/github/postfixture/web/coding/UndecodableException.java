package io.github.postfixture.web.coding;

/** Thrown for content that cannot be read as it claims to be; the message names it, to follow the word has. */
public final class UndecodableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Say what the content is and why it cannot be read. */
    public UndecodableException(String message) {
        super(message);
    }

    UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
