package io.github.postfixture.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Sets the fields that ask for a server. */
final class Injection {

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return ReflectionSupport.findFields(type, Injection::asks, HierarchyTraversalMode.TOP_DOWN);
        }
    };

    private Injection() {}

    /** Set the static fields of the class, and those of an instance that all tests share, as far as their servers last. */
    static void beforeAll(ExtensionContext context, ServerExtension extension) {
        Lookup lookup = Lookup.in(context);
        for (Field field : FIELDS.get(context.getRequiredTestClass())) {
            if (Modifier.isStatic(field.getModifiers())) {
                set(field, null, lookup, extension);
            } else if (context.getTestInstance().isPresent() && !lookup.isEarly(field.getType(), field)) {
                set(field, context.getRequiredTestInstance(), lookup, extension);
            }
        }
    }

    /** Set the fields of the instances of a test. */
    static void beforeEach(ExtensionContext context, ServerExtension extension) {
        Lookup lookup = Lookup.in(context);
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : FIELDS.get(instance.getClass())) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    set(field, instance, lookup, extension);
                }
            }
        }
    }

    static @Nullable Object read(Field field, @Nullable Object instance) {
        try {
            open(field);
            return field.get(instance);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("Cannot read " + field, e);
        }
    }

    private static boolean asks(Field field) {
        return field.isAnnotationPresent(Server.class) || field.isAnnotationPresent(MailboxOf.class);
    }

    private static void set(Field field, @Nullable Object instance, Lookup lookup, ServerExtension extension) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw ConfigurationErrors.finalField(field);
        }
        if (!lookup.knows(field.getType())) {
            throw ConfigurationErrors.noServer(field);
        }
        if (lookup.isAnsweredBy(extension)) {
            write(field, instance, lookup.value(field.getType(), field));
        }
    }

    private static void write(Field field, @Nullable Object instance, Object value) {
        try {
            open(field);
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("Cannot set " + field, e);
        }
    }

    @SuppressWarnings("deprecation")
    private static void open(Field field) {
        field.setAccessible(true);
    }
}
