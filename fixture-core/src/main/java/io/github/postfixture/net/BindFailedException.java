package io.github.postfixture.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/**
 * Thrown when a listener cannot bind its address. The message names protocol, address and port.
 *
 * @hidden
 */
public final class BindFailedException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    BindFailedException(String protocol, InetSocketAddress address, IOException cause) {
        super(message(protocol, address, cause), cause);
    }

    private static String message(String protocol, InetSocketAddress address, IOException cause) {
        String where = address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return "Cannot bind " + protocol + " to " + where + " port " + address.getPort() + ": " + cause.getMessage()
                + (address.getPort() == 0 ? "" : "; use port 0 to get any free port");
    }
}
