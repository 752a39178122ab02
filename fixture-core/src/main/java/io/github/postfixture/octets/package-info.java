/** Bytes that are joined and cut without being copied. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.octets;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
