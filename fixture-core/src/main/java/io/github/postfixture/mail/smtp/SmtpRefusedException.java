package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.protocol.SmtpReply;

/** A command that is not executed, and the reply that says why. */
final class SmtpRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SmtpReply reply;

    SmtpRefusedException(int code, String enhanced, String text) {
        super(text);
        reply = SmtpReply.of(code, enhanced, text);
    }

    SmtpReply reply() {
        return reply;
    }
}
