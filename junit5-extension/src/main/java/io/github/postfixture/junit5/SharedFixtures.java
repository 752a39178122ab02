package io.github.postfixture.junit5;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Servers that the tests of a class, or of the run, share: closed and judged when the last of these has ended. */
@SuppressWarnings("deprecation")
final class SharedFixtures implements Store.CloseableResource, AutoCloseable {

    private final FixtureGroup group = new FixtureGroup();
    private final Strictness strictness;
    private final String sharers;

    /**
     * Prepare.
     *
     * @param strictness what becomes of what is left over
     * @param sharers who shares them, such as {@code the tests of ShopTests}
     */
    SharedFixtures(Strictness strictness, String sharers) {
        this.strictness = strictness;
        this.sharers = sharers;
    }

    FixtureGroup group() {
        return group;
    }

    @Override
    public void close() {
        Optional<AssertionError> problem = judged();
        group.close();
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    private Optional<AssertionError> judged() {
        Optional<AssertionError> problem = group.verify().or(() -> strictness.objection(sharers, group));
        if (problem.isEmpty()) {
            strictness.warn(sharers, group.untoldProblems());
        }
        return problem;
    }
}
