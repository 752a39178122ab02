/** Listening sockets, the acceptor behind them, and ports that outlive the server that answers at them. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.net;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
