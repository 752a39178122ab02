package io.github.postfixture.fault;

import org.apiguardian.api.API;

/**
 * Where a fault is to strike; its methods say what strikes there, and how often. The servers make it, such as {@code
 * mail.at(RCPT)}, {@code mail.atImap("FETCH")} and {@code web.at("/pay")}; not meant to be implemented.
 *
 * <p>All methods throw an {@link IllegalArgumentException} if the fault has no effect there. Faults that end, {@code next} and
 * {@code times}, strike one after another, in the order in which they were scripted; then those that do not end, the latest
 * first.
 *
 * @param <F> the faults of the protocol; a {@link ConnectionFault} strikes on every protocol
 */
public interface FaultPoint<F> {

    /** Strike once, at the next opportunity. */
    default void next(Fault<? super F> fault) {
        strike(Occurrence.next(), fault);
    }

    /**
     * Strike at the next so many opportunities.
     *
     * @throws IllegalArgumentException if the count is not positive
     */
    default void times(int count, Fault<? super F> fault) {
        strike(Occurrence.times(count), fault);
    }

    /** Strike every time, until the faults of the server are cleared. */
    default void always(Fault<? super F> fault) {
        strike(Occurrence.always(), fault);
    }

    /**
     * Strike every nth time, until the faults of the server are cleared: {@code every(3, fault)} spares two, strikes the third,
     * spares two, and so on.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    default void every(int nth, Fault<? super F> fault) {
        strike(Occurrence.every(nth), fault);
    }

    /**
     * Strike the first try of each, and spare its repetitions: commands with the same argument, and requests for the same target,
     * in any letter case. Greylisting does so.
     */
    default void firstTryOfEach(Fault<? super F> fault) {
        strike(Occurrence.firstTryOfEach(), fault);
    }

    /**
     * Strike some times and spare others, always the same for the same seed.
     *
     * @param probability how likely it strikes each time, from 0 to 1
     * @throws IllegalArgumentException if the probability is not between 0 and 1
     */
    default void randomly(long seed, double probability, Fault<? super F> fault) {
        strike(Occurrence.randomly(seed, probability), fault);
    }

    /**
     * Strike as often as this says.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    void strike(Occurrence occurrence, Fault<? super F> fault);
}
