package io.github.postfixture.junit5.spring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/** Says which settings of the application do not count in its tests. */
final class Overrides {

    private static final Logger LOG = System.getLogger("io.github.postfixture");

    private Overrides() {}

    static void tell(Environment application, Map<String, Supplier<String>> properties) {
        List<String> overridden = named(application, properties.keySet());
        if (!overridden.isEmpty()) {
            LOG.log(Level.INFO, "Postfixture overrides settings of the application: " + String.join(", ", overridden));
        }
    }

    /** Return what the application has of these properties, each with its value if that is no secret. */
    static List<String> named(Environment application, Collection<String> names) {
        return names.stream()
                .filter(application::containsProperty)
                .sorted()
                .map(name -> name + value(application, name))
                .toList();
    }

    private static String value(Environment application, String name) {
        return name.endsWith("password")
                ? ""
                : " (was " + setting(application, name).orElse("a placeholder") + ")";
    }

    /** Return the value of a property; nothing if there is none, or if its placeholders cannot be filled. */
    static Optional<String> setting(Environment application, String name) {
        try {
            return Optional.ofNullable(application.getProperty(name));
        } catch (IllegalArgumentException unresolved) {
            return Optional.empty();
        }
    }
}
