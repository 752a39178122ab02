package io.github.postfixture.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
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

    static Stream<Registration> visibleIn(ExtensionContext context) {
        Stream.Builder<Registration> found = Stream.builder();
        int distance = 1;
        for (Class<?> place = context.getRequiredTestClass(); place != null; place = AnnotatedServers.around(place)) {
            for (Field field : FIELDS.get(place)) {
                add(found, field, place, distance, context.getTestInstances());
            }
            distance++;
        }
        return found.build();
    }

    private static void add(
            Stream.Builder<Registration> found,
            Field field,
            Class<?> place,
            int distance,
            Optional<TestInstances> instances) {
        extension(field, place, instances)
                .flatMap(extension -> extension.registration(field, place, distance))
                .ifPresent(found::add);
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
