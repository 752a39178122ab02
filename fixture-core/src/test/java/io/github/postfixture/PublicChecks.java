package io.github.postfixture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Calls every public check and every public reading of a subject, and of what these return, in a thread with a small
 * stack, and tells which of them did anything but hold or fail with an AssertionError.
 */
final class PublicChecks implements AutoCloseable {

    private static final long SMALL_STACK = 256 * 1024;
    private static final int MOST_SECONDS = 60;
    private static final int MOST_OF_A_TYPE = 4;
    private static final int DEEPEST = 5;
    private static final String HARMLESS = "a harmless subject";

    private final CheckArguments arguments;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(task -> new Thread(null, task, "hostile-input", SMALL_STACK));
    private final Map<String, Cost> costs = new ConcurrentHashMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final Map<String, String> failures = new TreeMap<>();
    private final Set<String> refusing = new HashSet<>();
    private final Set<Class<?>> met = new LinkedHashSet<>();
    private final Map<Class<?>, Integer> visits = new LinkedHashMap<>();
    private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();

    PublicChecks(CheckArguments arguments) {
        this.arguments = arguments;
    }

    /** Call everything on a harmless subject, to learn which methods refuse their arguments whatever they are called on. */
    void callAllOfHarmless(Object subject) {
        callAll(subject, HARMLESS);
    }

    /**
     * Call everything on a subject.
     *
     * @param name which input it was made of
     * @return what each check has cost
     */
    Map<String, Cost> callAll(Object subject, String name) {
        visits.clear();
        seen.clear();
        costs.clear();
        visit(subject, name, 0);
        return Map.copyOf(costs);
    }

    /** Make criteria of a hostile text by each public factory, and call the checks of subjects that take such criteria. */
    void callAllWithCriteriaOf(String text, List<?> subjects, String name) {
        CheckArguments hostile = arguments.with(text);
        for (Method factory : arguments.factoriesOfCriteria()) {
            refusing.add(factory.toString());
            parts(call(null, factory, hostile, name)).forEach(criteria -> {
                callAll(criteria, name);
                subjects.forEach(subject -> callAllThatTake(criteria, subject, name));
            });
        }
    }

    private void callAllThatTake(Object argument, Object subject, String name) {
        CheckArguments with = arguments.with(argument.getClass(), argument);
        methods(subject.getClass()).stream()
                .filter(method -> List.of(method.getParameterTypes()).contains(argument.getClass()))
                .filter(with::areKnownFor)
                .forEach(method -> call(subject, method, with, name));
    }

    /** Return what went wrong, a line each. */
    Set<String> faults() {
        return faults;
    }

    /** Return the messages of the AssertionErrors, each by what failed on what. */
    Map<String, String> failures() {
        return failures;
    }

    /** Return the classes of assertions that no subject has led to. */
    List<String> missed() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.postfixture").stream()
                        .filter(type -> type.isAssignableTo(AbstractAssert.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type ->
                                met.stream().noneMatch(each -> each.getName().equals(type.getName())))
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .toList();
    }

    /** Return the parameters of public methods for which there is no argument. */
    List<String> unknownParameters() {
        return met.stream()
                .flatMap(type -> methods(type).stream())
                .flatMap(method -> arguments.unknown(method).map(type -> type.getTypeName() + " of " + name(method)))
                .distinct()
                .sorted()
                .toList();
    }

    private void visit(Object subject, String name, int depth) {
        if (seen.put(subject, true) != null || visits.merge(subject.getClass(), 1, Integer::sum) > MOST_OF_A_TYPE) {
            return;
        }
        met.add(subject.getClass());
        for (Method method : methods(subject.getClass())) {
            if (arguments.areKnownFor(method)) {
                Stream<Object> results = parts(call(subject, method, arguments, name));
                if (depth < DEEPEST) {
                    results.filter(PublicChecks::isOurs).forEach(result -> visit(result, name, depth + 1));
                }
            }
        }
    }

    private Object call(@Nullable Object subject, Method method, CheckArguments with, String name) {
        Future<Object> answer = worker.submit(() -> measured(subject, method, with.of(method)));
        try {
            return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(name(method) + " has not ended within a minute on " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            tell(method, name, cause(cause(e)));
            return List.of();
        }
    }

    private Object measured(@Nullable Object subject, Method method, Object[] values)
            throws ReflectiveOperationException {
        Cost before = Cost.ofThisThread();
        try {
            return method.invoke(subject, values);
        } finally {
            costs.merge(name(method), Cost.ofThisThread().minus(before), Cost::plus);
        }
    }

    private static Throwable cause(Throwable wrapping) {
        Throwable cause = wrapping.getCause();
        return cause == null ? wrapping : cause;
    }

    private void tell(Method method, String name, Throwable thrown) {
        if (thrown instanceof IllegalArgumentException
                && (name.equals(HARMLESS) || refusing.contains(method.toString()))) {
            refusing.add(method.toString());
        } else if (thrown instanceof AssertionError) {
            failures.put(name(method) + " on " + name, String.valueOf(thrown.getMessage()));
        } else {
            String where = Arrays.stream(thrown.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("io.github.postfixture."))
                    .map(StackTraceElement::toString)
                    .findFirst()
                    .orElse("");
            String message = String.valueOf(thrown.getMessage());
            faults.add(name(method) + " on " + name + ": " + thrown.getClass().getSimpleName() + " "
                    + message.substring(0, Math.min(200, message.length())) + " at " + where);
        }
    }

    /** Return the public methods of ours, those of superclasses and interfaces included. */
    static Collection<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.github.postfixture."))
                .filter(method ->
                        !Modifier.isStatic(method.getModifiers()) && !method.isBridge() && !isInternal(method))
                .sorted(Comparator.comparing(Method::toString))
                .collect(Collectors.toMap(
                        method -> method.getName() + Arrays.toString(method.getParameterTypes()),
                        method -> method,
                        (one, other) -> one,
                        LinkedHashMap::new))
                .values();
    }

    private static boolean isInternal(AnnotatedElement element) {
        API promise = element.getAnnotation(API.class);
        return promise != null && promise.status() == API.Status.INTERNAL;
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Stream<Object> parts(Object result) {
        if (result instanceof Optional<?> optional) {
            return optional.stream().map(part -> part);
        }
        if (result instanceof Map<?, ?> map) {
            return map.values().stream().limit(MOST_OF_A_TYPE).map(part -> part);
        }
        return result instanceof Collection<?> collection
                ? new ArrayList<Object>(collection).stream().limit(2 * MOST_OF_A_TYPE)
                : Stream.ofNullable(result);
    }

    private static boolean isOurs(Object value) {
        Class<?> type = value.getClass();
        return type.getName().startsWith("io.github.postfixture.")
                && Modifier.isPublic(type.getModifiers())
                && !type.isEnum()
                && !isInternal(type)
                && !(value instanceof AutoCloseable);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
