package io.github.postfixture.junit5;

import io.github.postfixture.net.Listener;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The first thing in the store of a run, and so the last to close: nothing stays warm when all servers are closed. */
@SuppressWarnings("deprecation")
final class RunEnd implements Store.CloseableResource, AutoCloseable {

    @Override
    public void close() {
        Listener.retire();
    }
}
