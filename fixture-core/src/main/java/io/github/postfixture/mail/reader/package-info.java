/** What clients do with a mailbox by IMAP and POP3, and the assertions on it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.reader;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
