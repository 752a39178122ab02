/** Domain names, and their ASCII form (RFC 3492, RFC 5890). */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.net.domain;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
