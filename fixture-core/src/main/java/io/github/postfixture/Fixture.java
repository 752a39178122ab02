package io.github.postfixture;

import io.github.postfixture.await.EventDrivenConditions;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.awaitility.core.ConditionFactory;

/**
 * A throwaway server of a test: it runs from the moment it is made until {@link #close()}.
 *
 * <p>Fixtures are safe for use by several threads.
 */
public interface Fixture extends AutoCloseable {

    /** Return everything that has happened at this fixture, in order. */
    Timeline timeline();

    /**
     * Begin to wait for a condition, by Awaitility:
     *
     * <pre>{@code
     * mail.await().untilAsserted(() -> assertThat(orders.confirmed()).hasSize(1));
     * mail.await().atMost(ofSeconds(20)).alias("report").until(() -> Files.exists(report));
     * }</pre>
     *
     * <p>The condition is evaluated in the thread that waits: at once, whenever something happens on the
     * {@link #timeline()}, and every 100 ms for what the timeline does not tell. It is given {@link #timeout()}. None of
     * Awaitility's own defaults counts, and none is set.
     *
     * <p>A condition that is not fulfilled in time ends in an {@link AssertionError}, as every await does, and not in
     * Awaitility's {@code ConditionTimeoutException}. It ends with what the servers saw; its cause is what the
     * condition threw, and what handlers threw is suppressed. A {@code conditionEvaluationListener(..)} or {@code logging()}
     * takes the place of the listener that does so: the exception is Awaitility's then. If the thread is
     * interrupted, the wait ends in a {@link io.github.postfixture.timeline.WaitInterruptedError}.
     */
    default ConditionFactory await() {
        return EventDrivenConditions.on(timeline(), timeout(), this::whoConnected);
    }

    /** Return how long awaits wait at most, unless they are told otherwise; 5 seconds by default. */
    default Duration timeout() {
        return Duration.ofSeconds(5);
    }

    /**
     * Tell a failure who connected if nothing else happened, or where nobody did: in lines, each with a line feed in
     * front.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    default String whoConnected() {
        return "";
    }

    /** Return the endpoints that are open so far. */
    default List<Endpoint> endpoints() {
        return List.of();
    }

    /**
     * Verify that nothing went wrong here that no assertion has looked at, such as a handler that failed. The JUnit
     * extensions do so after every test.
     *
     * @throws AssertionError if something did; its message lists what
     */
    default void verify() {}

    /**
     * Verify the same at a server that several tests share, when the last one has ended; of what went wrong up to an
     * event, they have been told.
     *
     * @param event the number of an event on the timeline
     * @throws AssertionError if something did; its message lists what
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    default void verifySince(int event) {
        verify();
    }

    /**
     * Return what may explain a failure although it is no failure itself, such as a stub that nobody used; one line
     * each.
     */
    default List<String> problems() {
        return List.of();
    }

    /**
     * Return the connections that the application has left open, one line each. Connections that a client may keep for
     * its next request, as by HTTP, are not among them.
     *
     * @param patience how long to wait for those that are about to end
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    default List<String> leftOpen(Duration patience) {
        return List.of();
    }

    /**
     * Take note on the timeline of what the fixture holds now, and of its scripted faults, for a report that shows this as the end of its test.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    default void noteContents() {}

    /**
     * Stop the fixture and release its ports. What it received can still be read afterwards; closing twice does
     * nothing.
     */
    @Override
    void close();
}
