package io.github.postfixture.junit5;

import java.lang.reflect.Field;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What the extensions have in common: they inject servers, and report after a failure. They hold a description only; of
 * all that are there, one answers for a server: the one nearest to the test.
 */
abstract sealed class ServerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver
        permits MailServerExtension, WebServerExtension {

    private final Kind kind;
    private final Optional<Settings> settings;

    ServerExtension(Kind kind, Optional<Settings> settings) {
        this.kind = kind;
        this.settings = settings;
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        Injection.beforeAll(context, inCharge());
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        TestFixtures fixtures = TestFixtures.of(context);
        if (settings.isEmpty() && !fixtures.registrations().has(kind)) {
            throw Misuse.noAnnotation(getClass());
        }
        Aftermath.of(context).begin();
        fixtures.begin();
        Injection.beforeEach(context, inCharge());
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        Aftermath.of(context).end();
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return Lookup.in(context)
                .inCharge(type, parameter.getParameter())
                .filter(inCharge()::equals)
                .isPresent();
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Lookup.in(context).value(parameter.getParameter().getType(), parameter.getParameter());
    }

    /** Return the server that this extension stands for, if it stands in a field. */
    final Optional<Registration> registration(Field field, Class<?> place, int distance) {
        return settings.map(set ->
                new Registration(kind, set.name(), set.scope(), set.ports(), place, distance, field, this, set.plan()));
    }

    private Object inCharge() {
        return settings.<Object>map(set -> this).orElse(kind);
    }

    /**
     * What the extension in a field was told.
     *
     * @param name tells it from others
     * @param scope how long its server lasts
     * @param ports how long the ports last
     * @param plan how to start it
     */
    record Settings(String name, Scope scope, Scope ports, Plan plan) {

        static Settings of(Plan plan) {
            return new Settings("", Scope.TEST, Scope.TEST, plan);
        }

        Settings named(String newName) {
            return new Settings(newName, scope, ports, plan);
        }

        Settings lasting(Scope newScope) {
            return new Settings(name, newScope, ports, plan);
        }

        Settings withPorts(Scope newPorts) {
            return new Settings(name, scope, newPorts, plan);
        }
    }
}
