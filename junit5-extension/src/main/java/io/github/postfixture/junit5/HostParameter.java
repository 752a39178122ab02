package io.github.postfixture.junit5;

import io.github.postfixture.Postfixture;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What of a host a parameter or a field can be.
 *
 * @param type the name of the type of the parameter or field, by which no type is loaded that a test does not use
 * @param value takes it from the host, as the annotations of the parameter or field say
 */
record HostParameter(String type, BiFunction<Postfixture, AnnotatedElement, Object> value) {

    private static final HostParameter HOST = new HostParameter(Postfixture.class, (host, place) -> host);

    HostParameter(Class<?> type, BiFunction<Postfixture, AnnotatedElement, Object> value) {
        this(type.getName(), value);
    }

    static Optional<HostParameter> of(Class<?> type) {
        return Stream.concat(Stream.of(HOST), HostPart.all().flatMap(part -> part.parameters().stream()))
                .filter(parameter -> parameter.isOf(type))
                .findFirst();
    }

    boolean isOf(Class<?> other) {
        return type.equals(other.getName());
    }

    String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
