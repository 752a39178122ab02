package io.github.postfixture.mail.protocol;

import java.util.Locale;
import org.apiguardian.api.API;

/** The protocols that a {@link io.github.postfixture.mail.MailServer} speaks. */
public enum MailProtocol {
    /** Submission and transfer of mail, with {@code STARTTLS} on offer (RFC 5321). */
    SMTP,
    /** SMTP, encrypted from the first byte (RFC 8314). */
    SMTPS,
    /** Access to mailboxes and their folders (RFC 3501). */
    IMAP,
    /** IMAP, encrypted from the first byte (RFC 8314). */
    IMAPS,
    /** Fetching the mail of an {@code INBOX} (RFC 1939). */
    POP3,
    /** POP3, encrypted from the first byte (RFC 8314). */
    POP3S;

    /** Return the scheme of its URIs, such as {@code imaps}. */
    public String scheme() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Return whether a connection is encrypted from its first byte. */
    public boolean isEncrypted() {
        return name().endsWith("S");
    }

    /**
     * Return whether it is for reading mail, not for sending it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public boolean isForReaders() {
        return this != SMTP && this != SMTPS;
    }
}
