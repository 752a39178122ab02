package io.github.postfixture.mail.sasl;

import org.apiguardian.api.API;

/**
 * What becomes of a bearer token (RFC 6750).
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public enum TokenVerdict {
    /** It lets its owner in. */
    VALID,
    /** It did once. */
    EXPIRED,
    /** It never did. */
    UNKNOWN
}
