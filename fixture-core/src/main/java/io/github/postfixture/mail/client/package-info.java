/**
 * The mail program of a user: it sends, fetches, keeps a local copy in a Maildir, and brings both into step by IMAP or
 * POP3, after working offline too.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.client;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
