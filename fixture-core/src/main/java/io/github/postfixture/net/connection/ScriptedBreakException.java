package io.github.postfixture.net.connection;

import java.io.IOException;

/** Thrown when a connection ends because a fault wants it to. */
public final class ScriptedBreakException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Say so. */
    public ScriptedBreakException() {
        super("by script");
    }
}
