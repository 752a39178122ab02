package io.github.postfixture.fault;

import io.github.postfixture.timeline.Timeline;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * All faults of one server, numbered in the order in which they were scripted, whatever the protocol. Safe for use by several
 * threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class FaultScript {

    private final Timeline timeline;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<FaultPlan<?, ?>> plans = new CopyOnWriteArrayList<>();

    /** Begin without a fault; tell the timeline of every strike. */
    public FaultScript(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Return the plan of a protocol, without a fault so far.
     *
     * @param source whose strikes they are, on the timeline
     * @param argument what tells one try from another
     */
    public <O, F> FaultPlan<O, F> plan(String source, Function<? super O, String> argument) {
        FaultPlan<O, F> plan = new FaultPlan<>(source, argument, timeline, numbers);
        plans.add(plan);
        return plan;
    }

    /** Return, one line each, the faults that have never struck. */
    public List<String> unused() {
        return plans.stream().flatMap(plan -> plan.unused().stream()).toList();
    }

    /**
     * Take note on the timeline of how all faults have been used, in the order in which they were scripted.
     *
     * @param source whose faults they are
     */
    public void noteUses(String source) {
        plans.stream()
                .flatMap(FaultPlan::uses)
                .sorted(Comparator.comparingInt(FaultUse::number))
                .forEach(use -> timeline.note(source, use));
    }

    /** Forget all faults. */
    public void clear() {
        plans.forEach(FaultPlan::clear);
    }
}
