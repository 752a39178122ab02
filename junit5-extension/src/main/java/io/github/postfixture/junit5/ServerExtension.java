package io.github.postfixture.junit5;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What the extensions have in common: they inject what belongs to a host, and report after a failure. They hold a
 * description only; of all that are there, one answers: the one nearest to the test.
 */
abstract sealed class ServerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver
        permits MailServerExtension, WebServerExtension, PostfixtureExtension, AnnotationExtension {

    private final Optional<Settings> settings;

    ServerExtension(Optional<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        Injection.beforeAll(context, this);
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        TestFixtures fixtures = TestFixtures.of(context);
        if (settings.isEmpty() && fixtures.registrations().all().isEmpty()) {
            throw ConfigurationErrors.noAnnotation(getClass());
        }
        TestVerdict.of(context).begin();
        fixtures.begin();
        Injection.beforeEach(context, this);
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        TestVerdict.of(context).end();
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Lookup lookup = Lookup.in(context);
        return lookup.knows(parameter.getParameter().getType()) && lookup.isAnsweredBy(this);
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Lookup.in(context).value(parameter.getParameter().getType(), parameter.getParameter());
    }

    /** Return what this extension says of a host, if it stands in a field. */
    final Stream<PartRegistration> registrations(Field field, Class<?> testClass, int distance) {
        return settings.stream().flatMap(set -> set.registrations(field, testClass, distance, this));
    }

    /** Return whether this is who says that, or speaks for the annotation that does. */
    final boolean saysIt(PartRegistration registration) {
        return registration.field().map(this::equals).orElseGet(this::speaksForAnnotations);
    }

    boolean speaksForAnnotations() {
        return false;
    }

    /**
     * What the extension in a field was told.
     *
     * @param name tells its host from others
     * @param scope how long the host lasts
     * @param ports how long the ports last
     * @param parts how the parts of the host are to be, if anything is said of them
     */
    record Settings(String name, Scope scope, Scope ports, Map<HostPart, PartConfiguration> parts) {

        static Settings of(Map<HostPart, PartConfiguration> parts) {
            return new Settings("", Scope.TEST, Scope.TEST, parts);
        }

        Settings named(String newName) {
            return new Settings(newName, scope, ports, parts);
        }

        Settings lasting(Scope newScope) {
            return new Settings(name, newScope, ports, parts);
        }

        Settings withPorts(Scope newPorts) {
            return new Settings(name, scope, newPorts, parts);
        }

        private Stream<PartRegistration> registrations(
                Field field, Class<?> testClass, int distance, ServerExtension extension) {
            Lifetime lifetime = new Lifetime(scope, ports, testClass);
            return parts.entrySet().stream()
                    .map(part -> new PartRegistration(
                            part.getKey(), name, lifetime, distance, field, Optional.of(extension), part.getValue()));
        }
    }
}
