/**
 * The IMAP protocol (RFC 3501 and its extensions) over any store of mailboxes: a session, and a class for each group of
 * commands that shares its state.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.imap;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
