package io.github.postfixture.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place at which annotations of a test may stand: its method, its class, an interface or a superclass of that, a class
 * around it, or an annotation that stands at one of these.
 *
 * @param testClass the test class that has what stands there: itself, by inheritance, or by one of its annotations
 * @param isMethod whether it is the method, or an annotation that stands there
 * @param elements the method or class; of annotations, all that are as near
 */
record AnnotationPlace(Class<?> testClass, boolean isMethod, List<AnnotatedElement> elements) {

    private static final ClassValue<List<AnnotationPlace>> OF_CLASSES = new ClassValue<>() {
        @Override
        protected List<AnnotationPlace> computeValue(Class<?> type) {
            return ofClass(type);
        }
    };

    /** Return all places, the nearest to the test first; those that a method has come before those of its class. */
    static List<AnnotationPlace> nearestFirst(Optional<Method> method, Class<?> testClass) {
        List<AnnotationPlace> places = new ArrayList<>();
        method.ifPresent(test -> add(places, testClass, true, test));
        for (Class<?> around = testClass; around != null; around = around(around)) {
            places.addAll(OF_CLASSES.get(around));
        }
        return places;
    }

    /** Return what stands here, and not what is inherited. */
    <A extends Annotation> Stream<A> find(Class<A> type) {
        return elements.stream()
                .flatMap(element -> Arrays.stream(element.getDeclaredAnnotationsByType(type)))
                .distinct();
    }

    private static List<AnnotationPlace> ofClass(Class<?> testClass) {
        List<AnnotationPlace> places = new ArrayList<>();
        Set<Class<?>> types = new LinkedHashSet<>();
        addTypes(types, testClass);
        types.forEach(type -> add(places, testClass, false, type));
        return List.copyOf(places);
    }

    private static void addTypes(Set<Class<?>> types, @Nullable Class<?> type) {
        if (type != null && type != Object.class && types.add(type)) {
            Arrays.stream(type.getInterfaces()).forEach(each -> addTypes(types, each));
            addTypes(types, type.getSuperclass());
        }
    }

    /** Add an element, then the annotations that stand there, then those that stand on them, and so on. */
    private static void add(
            List<AnnotationPlace> places, Class<?> testClass, boolean isMethod, AnnotatedElement element) {
        Set<AnnotatedElement> seen = new LinkedHashSet<>();
        for (List<AnnotatedElement> next = List.of(element); !next.isEmpty(); next = annotationsAt(next, seen)) {
            places.add(new AnnotationPlace(testClass, isMethod, next));
        }
    }

    private static List<AnnotatedElement> annotationsAt(List<AnnotatedElement> elements, Set<AnnotatedElement> seen) {
        return elements.stream()
                .flatMap(element -> Arrays.stream(element.getDeclaredAnnotations()))
                .<AnnotatedElement>map(Annotation::annotationType)
                .filter(type -> !((Class<?>) type).getName().startsWith("java.") && seen.add(type))
                .toList();
    }

    /** Return the class whose servers a class has too; none for a class that does not belong to an instance of another. */
    private static @Nullable Class<?> around(Class<?> place) {
        return Modifier.isStatic(place.getModifiers()) ? null : place.getEnclosingClass();
    }
}
