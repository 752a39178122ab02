package io.github.postfixture.junit5;

import java.util.Comparator;
import java.util.Optional;

/**
 * What an annotation, or an extension in a field, says of one part of a host.
 *
 * @param part the part
 * @param name tells the host from others; may be empty
 * @param lifetime how long the part lasts
 * @param distance how far from the test that is said: how many places are nearer
 * @param identity what says so: those with equal ones share a server
 * @param field the extension, if it is one in a field
 * @param configuration how the part is to be
 */
record PartRegistration(
        HostPart part,
        String name,
        Lifetime lifetime,
        int distance,
        Object identity,
        Optional<ServerExtension> field,
        PartConfiguration configuration) {

    static final Comparator<PartRegistration> NEAREST_FIRST = Comparator.comparingInt(PartRegistration::distance);

    /** Return whether both are about one part of hosts with one name, so that the nearer one counts. */
    boolean isAboutTheSameAs(PartRegistration other) {
        return part == other.part && name.equals(other.name);
    }

    /** Return what those who share the server, or its ports, lock; servers of the run write to one timeline. */
    String lock() {
        if (lifetime.scope() == Scope.JVM) {
            return "servers of the run";
        }
        return this + " " + identity
                + (lifetime.ports() == Scope.JVM
                        ? ""
                        : " of " + lifetime.testClass().getName());
    }

    @Override
    public String toString() {
        return part + (name.isEmpty() ? "" : " \"" + name + "\"");
    }
}
