/** The IMAP protocol (RFC 3501), over any store of mailboxes. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.imap;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
