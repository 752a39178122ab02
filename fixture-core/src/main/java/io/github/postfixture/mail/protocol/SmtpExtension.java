package io.github.postfixture.mail.protocol;

/** The service extensions of SMTP that a {@link io.github.postfixture.mail.MailServer} offers in its reply to {@code EHLO}. */
public enum SmtpExtension {
    /** Commands may be sent ahead (RFC 2920). */
    PIPELINING("PIPELINING"),
    /** The largest message is named, and a size can be declared (RFC 1870). */
    SIZE("SIZE"),
    /** Bodies may have bytes beyond ASCII (RFC 6152). */
    EIGHT_BIT_MIME("8BITMIME"),
    /** Addresses and headers may be UTF-8 (RFC 6531). */
    SMTPUTF8("SMTPUTF8"),
    /** The connection can be encrypted (RFC 3207). */
    STARTTLS("STARTTLS"),
    /** The client can log in (RFC 4954). */
    AUTH("AUTH"),
    /** Messages may come in chunks, by {@code BDAT} (RFC 3030). */
    CHUNKING("CHUNKING"),
    /** Messages may be any bytes, if they come in chunks (RFC 3030); hidden together with {@link #CHUNKING}. */
    BINARYMIME("BINARYMIME"),
    /** Delivery status notifications can be asked for (RFC 3461); they are noted, and never sent. */
    DSN("DSN"),
    /** Replies carry enhanced status codes (RFC 2034). */
    ENHANCED_STATUS_CODES("ENHANCEDSTATUSCODES"),
    /** The most recipients, and the most messages of a connection if there is a limit, are named (RFC 9422). */
    LIMITS("LIMITS"),
    /** A message may demand TLS on its whole way (RFC 8689); noted in its envelope. Offered on an encrypted connection. */
    REQUIRETLS("REQUIRETLS");

    private final String keyword;

    SmtpExtension(String keyword) {
        this.keyword = keyword;
    }

    /** Return the keyword in the reply to {@code EHLO}, such as {@code 8BITMIME}. */
    public String keyword() {
        return keyword;
    }
}
