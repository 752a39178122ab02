package io.github.postfixture.mail.protocol;

import io.github.postfixture.fault.Occasion;
import org.apiguardian.api.API;

/** A moment of the SMTP dialogue at which a fault can strike. */
public enum SmtpStage {
    /** The connection is made; instead of the greeting. */
    CONNECT,
    /** {@code EHLO}, {@code HELO} or {@code LHLO}. */
    EHLO,
    /** {@code STARTTLS}. */
    STARTTLS,
    /** {@code AUTH}. */
    AUTH,
    /** {@code MAIL FROM}. */
    MAIL,
    /** {@code RCPT TO}. */
    RCPT,
    /** {@code DATA}, before the message is sent. */
    DATA,
    /** The message was sent; instead of its acceptance. */
    END_OF_DATA,
    /** {@code QUIT}. */
    QUIT;

    /**
     * Return whether a command, or the end of a message, belongs to this stage.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public boolean matches(Occasion occasion) {
        return switch (this) {
            case EHLO -> occasion.verb().matches("EHLO|HELO|LHLO");
            case DATA -> occasion.verb().matches("DATA|BDAT");
            default -> name().equals(occasion.verb());
        };
    }
}
