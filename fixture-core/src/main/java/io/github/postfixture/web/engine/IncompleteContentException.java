package io.github.postfixture.web.engine;

import java.io.IOException;

/** Content of a request that did not come as it should have. */
public final class IncompleteContentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Say why.
     *
     * @param status the status that tells the client so; 0 if it has gone
     * @param reason the reason, as the rest of a line of text after the status
     * @param cause what the engine says
     */
    public IncompleteContentException(int status, String reason, Throwable cause) {
        super(reason, cause);
        this.status = status;
    }

    /** Return the status that tells the client so; 0 if it has gone. */
    public int status() {
        return status;
    }
}
