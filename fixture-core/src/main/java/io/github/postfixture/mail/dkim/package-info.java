/** Signatures of messages (RFC 6376), verified without DNS; the only package that names Apache jDKIM. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.dkim;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
