package io.github.postfixture.junit5;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An annotation that configures a part of the host of a test.
 *
 * @param type the annotation
 * @param name its name of the host
 * @param scope how long the host lasts
 * @param ports how long the ports of the part last
 * @param configuration what it says of the part
 */
record PartAnnotation<A extends Annotation>(
        Class<A> type,
        Function<A, String> name,
        Function<A, Scope> scope,
        Function<A, Scope> ports,
        Function<A, PartConfiguration> configuration) {

    /** Return what annotations of this type say at a place. */
    Stream<PartRegistration> at(AnnotationPlace place, int distance, HostPart part) {
        return place.find(type).map(annotation -> registration(annotation, place, distance, part));
    }

    private PartRegistration registration(A annotation, AnnotationPlace place, int distance, HostPart part) {
        if (place.isMethod() && scope.apply(annotation) == Scope.CLASS) {
            throw ConfigurationErrors.classScopeOfAMethod(part);
        }
        return new PartRegistration(
                part,
                name.apply(annotation),
                new Lifetime(scope.apply(annotation), ports.apply(annotation), place.testClass()),
                distance,
                annotation,
                Optional.empty(),
                configuration.apply(annotation));
    }

    @Override
    public String toString() {
        return "@" + type.getSimpleName();
    }
}
