/** What happened, in order, on one monotonic clock; the one thing that waits and wakes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.timeline;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
