package io.github.postfixture.web.request;

import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What the handler of a WebSocket or an event stream needs of its server after the request. Safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public interface HandlerContext {

    /** Return where events are recorded. */
    Timeline timeline();

    /** Return how long a wait lasts at most. */
    Duration timeout();

    /** Record that the handler failed; the test fails by it. */
    void failed(Request request, Throwable failure);
}
