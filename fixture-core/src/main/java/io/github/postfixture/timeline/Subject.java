package io.github.postfixture.timeline;

import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Which test a timeline is about.
 *
 * @param test the name of the test, for a person
 * @param classes the names of the classes whose lines are those of the test
 * @param elsewhere the connections to elsewhere that are begun meanwhile, if somebody takes note of them
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record Subject(String test, Set<String> classes, Optional<OutgoingConnections> elsewhere) {

    /** Take it from its name, and its classes. */
    public Subject(String test, Set<String> classes) {
        this(test, classes, Optional.empty());
    }

    /** Take it from its name alone. */
    public Subject(String test) {
        this(test, Set.of());
    }
}
