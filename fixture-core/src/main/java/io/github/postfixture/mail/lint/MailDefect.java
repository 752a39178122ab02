package io.github.postfixture.mail.lint;

/** A kind of defect that a message can have. Whatever had to be guessed to read it is one. */
public enum MailDefect {
    /** A CR or LF on its own (RFC 5322 section 2.3). */
    BARE_LINE_ENDING,
    /** A line of more than 998 bytes (RFC 5322 section 2.1.1). */
    LONG_LINE,
    /**
     * A byte beyond ASCII in the header section of a message, or of a part, that was not sent with {@code SMTPUTF8}; bytes
     * that are no UTF-8 in one that was (RFC 6532).
     */
    EIGHT_BIT_HEADER,
    /** A line of a header section that is no field. */
    MALFORMED_HEADER,
    /** No {@code From} (RFC 5322 section 3.6). */
    MISSING_FROM,
    /** No {@code Date} (RFC 5322 section 3.6). */
    MISSING_DATE,
    /** No {@code Message-ID} (RFC 5322 section 3.6.4). */
    MISSING_MESSAGE_ID,
    /** Fields of MIME without {@code MIME-Version} (RFC 2045 section 4). */
    MISSING_MIME_VERSION,
    /** A field twice that may stand once (RFC 5322 section 3.6). */
    DUPLICATE_HEADER,
    /** A {@code Date} that cannot be read. */
    UNREADABLE_DATE,
    /** A {@code Date} that is not as RFC 5322 section 3.3 has it: a year of two digits, the name of a zone, a wrong weekday. */
    MALFORMED_DATE,
    /** An address in {@code From}, {@code To} or their like that is none (RFC 5322 section 3.4). */
    MALFORMED_ADDRESS,
    /** A {@code Message-ID}, {@code In-Reply-To} or {@code References} that is not made of ids (RFC 5322 section 3.6.4). */
    MALFORMED_MESSAGE_ID,
    /** An encoded word of an unknown charset, with half a character, or with what cannot be decoded (RFC 2047). */
    MALFORMED_ENCODED_WORD,
    /** A {@code Content-Type} or {@code Content-Disposition} that is read by guessing (RFC 2045 section 5.1, RFC 2231). */
    MALFORMED_MIME_FIELD,
    /** Parts that do not lie in each other as declared: no boundary, no end, encoded as a whole (RFC 2046 section 5.1). */
    MALFORMED_STRUCTURE,
    /** A transfer encoding that is unknown, or that the content does not keep to (RFC 2045 section 6). */
    MALFORMED_ENCODING,
    /** A byte beyond ASCII, or a NUL, in a part that is declared as 7bit or not at all (RFC 2045 section 2.7). */
    EIGHT_BIT_BODY,
    /** Two parts with one {@code Content-ID} (RFC 2392). */
    DUPLICATE_CONTENT_ID,
    /** HTML that refers to a part that is not there (RFC 2392). */
    DANGLING_REFERENCE,
    /** An attachment without a file name. */
    NAMELESS_ATTACHMENT,
    /** A text that is not in the charset that it declares, or whose charset is unknown. */
    WRONG_CHARSET
}
