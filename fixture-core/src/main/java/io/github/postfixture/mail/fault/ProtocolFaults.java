package io.github.postfixture.mail.fault;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPlan;
import io.github.postfixture.fault.FaultScript;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.net.connection.Connection;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/**
 * The faults of one mail protocol, and the connections that speak it. Safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class ProtocolFaults<F> {

    private final FaultPlan<Occasion, F> plan;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    /** Begin without a fault. */
    public ProtocolFaults(FaultScript script, String protocol) {
        plan = script.plan(protocol, Occasion::argument);
    }

    FaultPlan<Occasion, F> plan() {
        return plan;
    }

    /** Return the fault that strikes, if one does, and tell the timeline of it. */
    public Optional<Fault<? super F>> strike(Occasion occasion) {
        return plan.strike(occasion);
    }

    /** Do something while a connection counts as one of this protocol. */
    public void during(Connection connection, Dialogue dialogue) throws IOException {
        connections.add(connection);
        try {
            dialogue.run();
        } finally {
            connections.remove(connection);
        }
    }

    /** Return how many connections there are, those left out that are about to close. */
    long connections() {
        return connections.stream()
                .filter(connection -> !connection.isLeaving())
                .count();
    }

    /**
     * What is done with a connection.
     *
     * @hidden
     */
    @FunctionalInterface
    public interface Dialogue {

        /** Do it. */
        void run() throws IOException;
    }
}
