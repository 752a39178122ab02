package io.github.postfixture.junit5.capture;

/** Where one kind of problem is told. */
interface ProblemSource {

    /** Begin to listen, if it does not yet. */
    void install();

    /** Stop to listen, and leave things as they were. */
    void remove();
}
