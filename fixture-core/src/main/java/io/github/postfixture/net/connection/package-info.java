/** TCP connections that a server has accepted: TLS in place, faults, transcripts, and what is open. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.net.connection;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
