package io.github.postfixture.junit5;

import io.github.postfixture.net.Reservation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Where what outlives a test is kept: in the store of its class, or of the run. */
final class ScopeStores {

    static final Namespace NAMESPACE = Namespace.create(ScopeStores.class);

    private ScopeStores() {}

    /** Return the group of a host that outlives its tests. */
    static FixtureGroup group(Registration host, ExtensionContext context) {
        Object key = List.of(SharedFixtures.class, owner(host.scope(), host.testClass()));
        return store(host.scope(), host.testClass(), context)
                .getOrComputeIfAbsent(
                        key, unused -> new SharedFixtures(Strictness.of(context), sharers(host)), SharedFixtures.class)
                .group();
    }

    /** Return the ports of a part of a host that outlive it. */
    static Optional<Reservation> ports(PartRegistration registration, ExtensionContext context) {
        Lifetime lifetime = registration.lifetime();
        if (!lifetime.keepsPorts()) {
            return Optional.empty();
        }
        Object key = List.of(
                KeptPorts.class,
                registration.part(),
                registration.identity(),
                owner(lifetime.ports(), lifetime.testClass()));
        return Optional.of(store(lifetime.ports(), lifetime.testClass(), context)
                .getOrComputeIfAbsent(key, unused -> new KeptPorts(), KeptPorts.class)
                .reservation);
    }

    /** Return something that the whole run has one of. */
    static <V> V ofRun(ExtensionContext context, Class<V> type, Supplier<V> make) {
        return ofRun(context).getOrComputeIfAbsent(type, unused -> make.get(), type);
    }

    private static Store ofRun(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        store.getOrComputeIfAbsent(RunEnd.class, unused -> new RunEnd(), RunEnd.class);
        return store;
    }

    private static String sharers(Registration host) {
        return host.scope() == Scope.JVM
                ? "the tests of this run"
                : "the tests of " + host.testClass().getSimpleName();
    }

    private static Object owner(Scope scope, Class<?> testClass) {
        return scope == Scope.JVM ? Scope.JVM : testClass;
    }

    private static Store store(Scope scope, Class<?> testClass, ExtensionContext context) {
        return scope == Scope.JVM
                ? ofRun(context)
                : contextOf(testClass, context).getStore(NAMESPACE);
    }

    private static ExtensionContext contextOf(Class<?> place, ExtensionContext context) {
        Optional<ExtensionContext> candidate = Optional.of(context);
        while (candidate.isPresent()) {
            ExtensionContext current = candidate.get();
            if (current.getTestMethod().isEmpty()
                    && current.getTestClass().filter(place::equals).isPresent()) {
                return current;
            }
            candidate = current.getParent();
        }
        throw new IllegalStateException(place + " is not around the test");
    }

    /** Ports in a store. */
    @SuppressWarnings("deprecation")
    private static final class KeptPorts implements Store.CloseableResource, AutoCloseable {

        private final Reservation reservation = Reservation.open();

        @Override
        public void close() {
            reservation.close();
        }
    }
}
