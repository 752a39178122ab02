package io.github.postfixture.net.outgoing;

import java.io.IOException;

/** Thrown instead of a connection to a host that a test has neither named nor allowed. The message says how to allow it. */
public final class ForeignHostException extends IOException {

    private static final long serialVersionUID = 1L;

    ForeignHostException(String host) {
        super("nothing leaves this machine unless the test says so: is the address one of a test? To reach " + host
                + ", write allowing(\"" + host + "\") on the server's builder or on Page.session(), or allowing = \""
                + host + "\" in its annotation");
    }
}
