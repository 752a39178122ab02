/** Misbehaviour of HTTP on purpose. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.fault;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
