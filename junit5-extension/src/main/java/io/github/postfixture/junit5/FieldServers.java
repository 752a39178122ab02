package io.github.postfixture.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;

/** The servers of extensions that stand in fields. */
final class FieldServers {

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return AnnotationSupport.findAnnotatedFields(type, RegisterExtension.class);
        }
    };

    private FieldServers() {}

    /** Find those in the classes among the places of a test. */
    static Stream<PartRegistration> at(List<AnnotationPlace> places, Optional<TestInstances> instances) {
        return IntStream.range(0, places.size())
                .boxed()
                .flatMap(distance -> at(places.get(distance), distance, instances));
    }

    private static Stream<PartRegistration> at(AnnotationPlace place, int distance, Optional<TestInstances> instances) {
        Class<?> testClass = place.testClass();
        return FIELDS.get(testClass).stream()
                .filter(field -> place.elements().contains(field.getDeclaringClass()))
                .flatMap(field -> extension(field, testClass, instances).stream()
                        .flatMap(extension -> extension.registrations(field, testClass, distance)));
    }

    private static Optional<ServerExtension> extension(Field field, Class<?> place, Optional<TestInstances> instances) {
        if (!ServerExtension.class.isAssignableFrom(field.getType())) {
            return Optional.empty();
        }
        if (Modifier.isStatic(field.getModifiers())) {
            return Optional.ofNullable((ServerExtension) Injection.read(field, null));
        }
        return instances.flatMap(all -> all.findInstance(place)).map(instance ->
                (ServerExtension) Injection.read(field, instance));
    }
}
