package io.github.postfixture.mail.lint;

/** A kind of defect that a message can have. */
public enum MailDefect {
    /** A CR or LF on its own (RFC 5322 section 2.3). */
    BARE_LINE_ENDING,
    /** A line of more than 998 bytes (RFC 5322 section 2.1.1). */
    LONG_LINE,
    /** A byte beyond ASCII in the header section of a message that was not sent with {@code SMTPUTF8} (RFC 6532). */
    EIGHT_BIT_HEADER,
    /** A line of the header section that is no field. */
    MALFORMED_HEADER,
    /** No {@code From} (RFC 5322 section 3.6). */
    MISSING_FROM,
    /** No {@code Date} (RFC 5322 section 3.6). */
    MISSING_DATE,
    /** No {@code Message-ID} (RFC 5322 section 3.6.4). */
    MISSING_MESSAGE_ID,
    /** A field twice that may stand once (RFC 5322 section 3.6). */
    DUPLICATE_HEADER,
    /** A {@code Date} that cannot be read. */
    UNREADABLE_DATE,
    /** Two parts with one {@code Content-ID} (RFC 2392). */
    DUPLICATE_CONTENT_ID,
    /** HTML that refers to a part that is not there (RFC 2392). */
    DANGLING_REFERENCE,
    /** An attachment without a file name. */
    NAMELESS_ATTACHMENT,
    /** A text that is not in the charset that it declares, or whose charset is unknown. */
    WRONG_CHARSET
}
