/** What was said over a connection, and how a report shows it. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.net.transcript;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
