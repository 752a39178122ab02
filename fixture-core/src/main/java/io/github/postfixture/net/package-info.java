/**
 * TCP as every protocol here needs it: listening sockets and the acceptor behind them, connections with their faults and
 * transcripts, outgoing connections with the policy that each of them asks, and the bytes that pass.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.net;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
