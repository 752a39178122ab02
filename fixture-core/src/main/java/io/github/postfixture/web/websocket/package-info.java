/** WebSockets (RFC 6455), seen from the server. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.websocket;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
