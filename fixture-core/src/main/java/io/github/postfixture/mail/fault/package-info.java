/** Misbehaviour of SMTP, IMAP and POP3 on purpose: which, where, and how often. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.fault;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
