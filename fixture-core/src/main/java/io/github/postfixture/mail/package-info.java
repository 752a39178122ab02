/**
 * The mail server: its endpoints, the intake that lays messages into mailboxes, the services of SMTP, IMAP and POP3, and the
 * waits and assertions on what arrived.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
