/**
 * What an HTTP engine is asked, and what it asks of who answers; names no engine. What passes are messages as they stand on the
 * wire: {@code RequestMessage}, {@code ResponseMessage}, {@code WebSocketFrame}. {@code Request}, {@code Response} and
 * {@code WebSocketMessage} hold one each, copy nothing of it, and say what a test asks of it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.engine;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
