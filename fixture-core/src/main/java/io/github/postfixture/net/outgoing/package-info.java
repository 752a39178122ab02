/** Outgoing connections, and the policy that each of them asks. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.net.outgoing;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
