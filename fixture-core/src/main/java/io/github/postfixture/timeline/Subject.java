package io.github.postfixture.timeline;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * Which test a timeline is about.
 *
 * @param test the name of the test, for a person
 * @param classes the names of the classes whose lines are those of the test
 */
@API(status = API.Status.INTERNAL)
public record Subject(String test, Set<String> classes) {

    /** Take it from its name alone. */
    public Subject(String test) {
        this(test, Set.of());
    }
}
