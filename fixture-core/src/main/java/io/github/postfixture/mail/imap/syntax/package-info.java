/** How IMAP writes strings, numbers and sets (RFC 3501 section 9), one character of which is one byte. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.imap.syntax;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
