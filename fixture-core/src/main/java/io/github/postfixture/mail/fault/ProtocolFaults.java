package io.github.postfixture.mail.fault;

import io.github.postfixture.fault.FaultPlan;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.fault.Occurrence;
import io.github.postfixture.net.Connection;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/** The faults of one protocol. Each has a number, by which the timeline calls it. Safe for several threads. */
@API(status = API.Status.INTERNAL)
public final class ProtocolFaults<F> {

    private final BiFunction<F, String, Optional<String>> objection;
    private final String protocol;
    private final Timeline timeline;
    private final AtomicInteger numbers;
    private final FaultPlan<Occasion, Numbered<F>> plan = new FaultPlan<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    /**
     * Begin without a fault.
     *
     * @param objection tells why a fault has no effect at a command, if it has none
     */
    public ProtocolFaults(
            String protocol,
            Timeline timeline,
            AtomicInteger numbers,
            BiFunction<F, String, Optional<String>> objection) {
        this.objection = objection;
        this.protocol = protocol;
        this.timeline = timeline;
        this.numbers = numbers;
    }

    /** Refuse a fault that has no effect at a command. */
    void requireEffect(String command, F fault) {
        objection.apply(fault, command).ifPresent(reason -> {
            throw new IllegalArgumentException("fault (" + fault + ") has no effect at " + command + ": " + reason);
        });
    }

    void add(Predicate<Occasion> meant, Occurrence occurrence, F fault, String place) {
        plan.add(meant, occurrence, new Numbered<>(numbers.incrementAndGet(), fault), place);
    }

    /** Return the fault that strikes, if one does, and tell the timeline of it. */
    public Optional<F> strike(Occasion occasion) {
        return strike(protocol, occasion);
    }

    /** Return the fault that strikes, if one does, and tell the timeline of it as the news of a source. */
    public Optional<F> strike(String source, Occasion occasion) {
        Optional<Numbered<F>> struck = plan.strike(occasion);
        struck.ifPresent(fault -> timeline.append(source, fault + " strikes at " + occasion));
        return struck.map(Numbered::fault);
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

    /** Return the faults that have not struck, one line each. */
    public List<String> unused() {
        return plan.unused();
    }

    /** Forget all of them. */
    public void clear() {
        plan.clear();
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Dialogue {

        /** Do it. */
        void run() throws IOException;
    }

    private record Numbered<F>(int number, F fault) {

        @Override
        public String toString() {
            return "fault #" + number + " (" + fault + ")";
        }
    }
}
