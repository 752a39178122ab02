/** Mailboxes over IMAP and POP3, kept by GreenMail. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.greenmail.store;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
