/** The Post Office Protocol (RFC 1939), server side. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.pop3;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
