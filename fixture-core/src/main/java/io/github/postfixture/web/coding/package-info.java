/** The content codings of HTTP (RFC 9110, section 8.4.1). */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.coding;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
