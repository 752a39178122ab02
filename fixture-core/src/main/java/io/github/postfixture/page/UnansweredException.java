package io.github.postfixture.page;

import org.jspecify.annotations.Nullable;

/** There is no answer to a request; the message says why, and not what was asked for. */
final class UnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnansweredException(String reason) {
        this(reason, null);
    }

    UnansweredException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
