/** The mailboxes of a server for code that was written for GreenMail. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.greenmail;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
