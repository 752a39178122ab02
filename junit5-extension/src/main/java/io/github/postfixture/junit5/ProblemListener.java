package io.github.postfixture.junit5;

import io.github.postfixture.junit5.capture.ProblemCapture;
import io.github.postfixture.junit5.capture.RunningTest;
import io.github.postfixture.timeline.OutgoingConnection;
import io.github.postfixture.timeline.OutgoingConnections;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Lets a test hear what goes wrong beside its servers while it runs, unless this is not wanted. */
final class ProblemListener {

    private static final String PROPERTY = "postfixture.capture";

    private final Optional<ProblemCapture> capture;
    private final RunningTest test;
    private final OutgoingConnections opened = new OutgoingConnections();

    ProblemListener(
            ExtensionContext context, String title, Consumer<String> listener, Consumer<OutgoingConnection> elsewhere) {
        boolean wanted = context.getConfigurationParameter(PROPERTY)
                .filter("false"::equals)
                .isEmpty();
        capture = wanted ? Optional.of(ofRun(context)) : Optional.empty();
        Consumer<OutgoingConnection> kept = opened::add;
        test = new RunningTest(title, listener, kept.andThen(elsewhere));
    }

    private static ProblemCapture ofRun(ExtensionContext context) {
        return ScopeStores.ofRun(context, Running.class, Running::new).capture;
    }

    /** Return the connections to elsewhere, if they are heard of. */
    Optional<OutgoingConnections> elsewhere() {
        return capture.map(run -> opened);
    }

    void begin() {
        capture.ifPresent(run -> run.begin(test));
    }

    void end() {
        capture.ifPresent(run -> run.end(test));
    }

    /** Ends with the run. */
    @SuppressWarnings("deprecation")
    private static final class Running implements Store.CloseableResource, AutoCloseable {

        private final ProblemCapture capture = ProblemCapture.start();

        @Override
        public void close() {
            capture.close();
        }
    }
}
