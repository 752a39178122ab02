package io.github.postfixture.junit5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The servers that a test, or a class, was given: those of its own, and those of the classes around it. */
final class Registrations {

    private final List<Registration> all;

    private Registrations(List<Registration> all) {
        this.all = all;
    }

    /**
     * Find those that are visible in a context; of several with one name the nearest.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if one cannot be understood, or two are
     *     as near and have one name
     */
    static Registrations visibleIn(ExtensionContext context) {
        List<Registration> nearest = new ArrayList<>();
        List<AnnotationPlace> places =
                AnnotationPlace.nearestFirst(context.getTestMethod(), context.getRequiredTestClass());
        Stream.concat(AnnotatedServers.at(places), FieldServers.at(places, context.getTestInstances()))
                .sorted(Registration.NEAREST_FIRST)
                .forEach(next -> addUnlessHidden(nearest, next));
        return new Registrations(List.copyOf(nearest));
    }

    private static void addUnlessHidden(List<Registration> nearest, Registration next) {
        Optional<Registration> before = nearest.stream()
                .filter(other -> other.kind() == next.kind() && other.name().equals(next.name()))
                .findFirst();
        if (before.filter(other -> other.distance() == next.distance()).isPresent()) {
            throw Misuse.twoDescriptions(next);
        }
        if (before.isEmpty()) {
            nearest.add(next);
        }
    }

    List<Registration> all() {
        return all;
    }

    boolean has(Kind kind) {
        return all.stream().anyMatch(of(kind));
    }

    /** Return the one with this name; without a name, the one without a name, or the only one. */
    Optional<Registration> find(Kind kind, String name) {
        List<Registration> candidates = all.stream().filter(of(kind)).toList();
        Optional<Registration> named = candidates.stream()
                .filter(registration -> registration.name().equals(name))
                .findFirst();
        return named.isEmpty() && name.isEmpty() && candidates.size() == 1 ? Optional.of(candidates.get(0)) : named;
    }

    /** Return who has a say when there is none with a name. */
    Optional<Registration> nearest(Kind kind) {
        return all.stream().filter(of(kind)).findFirst();
    }

    List<String> names(Kind kind) {
        return all.stream().filter(of(kind)).map(Registration::name).toList();
    }

    private static Predicate<Registration> of(Kind kind) {
        return registration -> registration.kind() == kind;
    }
}
