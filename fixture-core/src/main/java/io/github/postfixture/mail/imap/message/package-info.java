/** What IMAP asks of a message: envelope, structure and sections, read from the raw bytes however malformed they are. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.imap.message;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
