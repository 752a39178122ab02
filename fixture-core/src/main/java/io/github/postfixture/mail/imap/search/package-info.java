/** SEARCH, SORT and THREAD of IMAP: what is asked for, and which messages are that (RFC 3501 section 6.4.4, RFC 5256). */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.imap.search;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
