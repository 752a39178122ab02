/** How a client of any protocol says who it is (RFC 4422). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.sasl;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
