package io.github.postfixture.junit5.capture;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of a library that may be absent, or another version: its methods are called by their names, and one that
 * cannot be called returns nothing.
 */
record Reflected(Object object) {

    private static final Class<?>[] NOTHING = new Class<?>[0];

    /** Return what a static method without parameters returns. */
    static Optional<Reflected> ofStatic(String type, String method) {
        try {
            return Optional.ofNullable(Class.forName(type).getMethod(method).invoke(null))
                    .map(Reflected::new);
        } catch (ReflectiveOperationException | LinkageError e) {
            return failed(method, e);
        }
    }

    /** Return an implementation of an interface that hands on what one of its methods is called with, and does no more. */
    static Object implementing(String type, String method, Consumer<Reflected> action) throws ClassNotFoundException {
        Class<?> wanted = Class.forName(type);
        InvocationHandler handler = (self, called, arguments) -> switch (called.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString", "getName" -> "postfixture";
            case "isStarted", "ignoreExceptions" -> true;
            default -> {
                if (called.getName().equals(method)) {
                    action.accept(new Reflected(arguments[0]));
                }
                yield called.getReturnType() == boolean.class ? Boolean.FALSE : null;
            }
        };
        return Proxy.newProxyInstance(wanted.getClassLoader(), new Class<?>[] {wanted}, handler);
    }

    /** Call a method of a public type that the object has. */
    @Nullable
    Object call(String type, String method, Class<?>[] parameters, Object... arguments) {
        return get(type, method, parameters, arguments).map(Reflected::object).orElse(null);
    }

    /** Call a method of a public type that the object has, and return what it returns. */
    Optional<Reflected> get(String type, String method, Class<?>[] parameters, Object... arguments) {
        try {
            return Optional.ofNullable(
                            Class.forName(type).getMethod(method, parameters).invoke(object, arguments))
                    .map(Reflected::new);
        } catch (ReflectiveOperationException | LinkageError e) {
            return failed(method, e);
        }
    }

    /** Call a method without parameters, and return what it returns. */
    Optional<Reflected> get(String type, String method) {
        return get(type, method, NOTHING);
    }

    /** Call a method without parameters, and return what it returns as a text. */
    String text(String type, String method) {
        return get(type, method).map(result -> result.object().toString()).orElse("");
    }

    private static Optional<Reflected> failed(String method, Throwable reason) {
        System.getLogger("io.github.postfixture").log(Level.DEBUG, "Cannot call " + method, reason);
        return Optional.empty();
    }
}
