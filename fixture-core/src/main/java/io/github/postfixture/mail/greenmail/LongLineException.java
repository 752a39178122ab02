package io.github.postfixture.mail.greenmail;

import java.io.IOException;

/** A line that does not end in time. */
final class LongLineException extends IOException {

    private static final long serialVersionUID = 1L;

    LongLineException() {
        super("Line too long");
    }
}
