package io.github.postfixture.junit5;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The hosts that a test, or a class, was given: its own, and those of the classes around it.
 *
 * @param all those, the one of which the nearest is said first
 */
record Registrations(List<Registration> all) {

    /**
     * Find those that are visible in a context; of several things that are said of one part, the nearest counts.
     *
     * @throws ExtensionConfigurationException if something cannot be understood, or two are as near and have one name
     */
    static Registrations visibleIn(ExtensionContext context) {
        List<PartRegistration> nearest = new ArrayList<>();
        List<AnnotationPlace> places =
                AnnotationPlace.nearestFirst(context.getTestMethod(), context.getRequiredTestClass());
        Stream.concat(AnnotatedServers.at(places), FieldServers.at(places, context.getTestInstances()))
                .sorted(PartRegistration.NEAREST_FIRST)
                .forEach(next -> addUnlessHidden(nearest, next));
        return new Registrations(hosts(nearest));
    }

    private static void addUnlessHidden(List<PartRegistration> nearest, PartRegistration next) {
        Optional<PartRegistration> before =
                nearest.stream().filter(next::isAboutTheSameAs).findFirst();
        if (before.filter(other -> other.distance() == next.distance()).isPresent()) {
            throw ConfigurationErrors.twoDescriptions(next);
        }
        if (before.isEmpty()) {
            nearest.add(next);
        }
    }

    private static List<Registration> hosts(List<PartRegistration> parts) {
        Map<Object, List<PartRegistration>> hosts = new LinkedHashMap<>();
        parts.forEach(part ->
                hosts.computeIfAbsent(key(part), key -> new ArrayList<>()).add(part));
        return hosts.values().stream()
                .map(ofOne -> new Registration(
                        ofOne.get(0).name(), ofOne.get(0).lifetime().scope(), List.copyOf(ofOne)))
                .toList();
    }

    private static Object key(PartRegistration part) {
        Scope scope = part.lifetime().scope();
        return List.of(
                part.name(), scope, scope == Scope.CLASS ? part.lifetime().testClass() : scope);
    }

    Stream<PartRegistration> parts() {
        return all.stream().flatMap(host -> host.parts().stream());
    }

    boolean has(HostPart part) {
        return all.stream().anyMatch(host -> host.has(part));
    }

    /** Return the host of this name that something is said of this part of; without a name, the nameless or only one. */
    Optional<Registration> find(HostPart part, String name) {
        return named(name, having(part));
    }

    /**
     * Return the host of this name; without a name, the nameless or only one.
     *
     * @throws org.junit.jupiter.api.extension.ParameterResolutionException if there are two, which last differently long
     */
    Optional<Registration> find(String name) {
        if (all.stream().filter(host -> host.name().equals(name)).count() > 1) {
            throw ConfigurationErrors.twoTimelines();
        }
        return named(name, all);
    }

    List<String> names(HostPart part) {
        return names(having(part));
    }

    List<String> names() {
        return names(all);
    }

    private List<Registration> having(HostPart part) {
        List<Registration> having = all.stream().filter(host -> host.has(part)).toList();
        return having.isEmpty() ? all : having;
    }

    private static Optional<Registration> named(String name, Collection<Registration> hosts) {
        Optional<Registration> named =
                hosts.stream().filter(host -> host.name().equals(name)).findFirst();
        return named.isEmpty() && name.isEmpty() && hosts.size() == 1
                ? hosts.stream().findFirst()
                : named;
    }

    private static List<String> names(Collection<Registration> hosts) {
        return hosts.stream().map(Registration::name).toList();
    }
}
