package io.github.postfixture.junit5;

import io.github.postfixture.net.Reservation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Where what outlives a test is kept: in the store of its class, or of the run. */
final class Places {

    static final Namespace NAMESPACE = Namespace.create(Places.class);

    private Places() {}

    /** Return the group of a server that outlives its tests. */
    static FixtureGroup group(Registration registration, ExtensionContext context) {
        Object key = List.of(SharedFixtures.class, owner(registration.scope(), registration));
        return store(registration.scope(), registration, context)
                .getOrComputeIfAbsent(
                        key,
                        unused -> new SharedFixtures(Strictness.of(context), sharers(registration)),
                        SharedFixtures.class)
                .group();
    }

    /** Return the ports of a server that outlive it. */
    static Optional<Reservation> ports(Registration registration, ExtensionContext context) {
        if (registration.ports().compareTo(registration.scope()) <= 0) {
            return Optional.empty();
        }
        Object key = List.of(
                KeptPorts.class,
                registration.kind(),
                registration.identity(),
                owner(registration.ports(), registration));
        return Optional.of(store(registration.ports(), registration, context)
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

    private static String sharers(Registration registration) {
        return registration.scope() == Scope.JVM
                ? "the tests of this run"
                : "the tests of " + registration.place().getSimpleName();
    }

    private static Object owner(Scope scope, Registration registration) {
        return scope == Scope.JVM ? Scope.JVM : registration.place();
    }

    private static Store store(Scope scope, Registration registration, ExtensionContext context) {
        return scope == Scope.JVM
                ? ofRun(context)
                : contextOf(registration.place(), context).getStore(NAMESPACE);
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
