/** The Simple Mail Transfer Protocol (RFC 5321), server side. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.smtp;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
