package io.github.postfixture.examples.benchmark;

/** Something to measure: {@link #run()} is timed, what is before and after it is not. */
interface Workload {

    /** Make ready what is to be measured. */
    default void prepare() throws Exception {}

    /** Do what is measured. */
    void run() throws Exception;

    /** Return how many operations one run is. */
    default int operations() {
        return 1;
    }

    /** Take away what was made ready. */
    default void discard() throws Exception {}
}
