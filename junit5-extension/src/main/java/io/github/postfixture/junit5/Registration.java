package io.github.postfixture.junit5;

import java.util.List;
import java.util.Optional;

/**
 * A host that a test was given: what annotations, and extensions in fields, say of its parts. Those with one name that last
 * equally long are about one host.
 *
 * @param name tells the host from others; may be empty
 * @param scope how long it lasts
 * @param parts what is said of its parts, the nearest to the test first; at least one, of each part one at most
 */
record Registration(String name, Scope scope, List<PartRegistration> parts) {

    Optional<PartRegistration> find(HostPart part) {
        return parts.stream()
                .filter(registration -> registration.part() == part)
                .findFirst();
    }

    boolean has(HostPart part) {
        return find(part).isPresent();
    }

    /** Return the test class by which a host of that scope lasts. */
    Class<?> testClass() {
        return parts.get(0).lifetime().testClass();
    }
}
