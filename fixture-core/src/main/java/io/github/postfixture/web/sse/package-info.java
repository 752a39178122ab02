/** Streams of server-sent events. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.sse;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
