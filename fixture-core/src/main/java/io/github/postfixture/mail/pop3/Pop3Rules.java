package io.github.postfixture.mail.pop3;

import java.time.Duration;

/**
 * How strict a server is, and what it offers.
 *
 * @param startTls whether a connection can be encrypted in place
 * @param loginNeedsTls whether a login needs an encrypted connection
 * @param longestSilence how long a client may keep silent
 */
public record Pop3Rules(boolean startTls, boolean loginNeedsTls, Duration longestSilence) {}
