package io.github.postfixture.mail.sasl;

/** What becomes of a bearer token (RFC 6750). */
public enum TokenVerdict {
    /** It lets its owner in. */
    VALID,
    /** It did once. */
    EXPIRED,
    /** It never did. */
    UNKNOWN
}
