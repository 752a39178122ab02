package io.github.postfixture.mail.imap;

import java.time.Duration;

/**
 * What an IMAP server insists on.
 *
 * @param startTls whether {@code STARTTLS} is offered
 * @param loginNeedsTls whether nobody may log in over a connection that is not encrypted
 * @param longestSilence how long a client may say nothing; RFC 3501 section 5.4 asks for 30 minutes at least
 */
public record ImapRules(boolean startTls, boolean loginNeedsTls, Duration longestSilence) {}
