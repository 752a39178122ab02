package io.github.postfixture.mail.protocol;

import org.apiguardian.api.API;

/**
 * What a server does that others do not.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public enum SmtpPolicy {
    /** Take mail only after a login. */
    REQUIRE_AUTHENTICATION,
    /** Take mail only on an encrypted connection. */
    REQUIRE_TLS,
    /** Let clients log in only on an encrypted connection. */
    REQUIRE_TLS_FOR_AUTHENTICATION,
    /** Take a message that holds a CR or LF on its own. */
    ALLOW_BARE_LINE_ENDINGS,
    /** Put {@code Return-Path} and {@code Received} before a message (RFC 5321 section 4.4). */
    ADD_TRACE_HEADERS,
    /** Speak LMTP (RFC 2033) instead of SMTP. */
    SPEAK_LMTP
}
