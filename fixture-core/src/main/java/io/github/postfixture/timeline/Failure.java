package io.github.postfixture.timeline;

import org.apiguardian.api.API;

/**
 * On a timeline: something that went wrong in code of the test, such as a handler that threw, and that no assertion may
 * have seen. Its {@code toString()} says what in one line.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Failure {

    /** Return what was thrown. */
    Throwable cause();
}
