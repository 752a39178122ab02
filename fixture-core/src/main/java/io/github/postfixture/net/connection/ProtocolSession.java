package io.github.postfixture.net.connection;

import java.io.IOException;

/** The dialogue with one client in one protocol. */
public interface ProtocolSession {

    /**
     * Serve the client on the calling thread until one of the two ends the connection.
     *
     * @throws IOException if the connection is lost
     */
    void run() throws IOException;

    /** Say the last word of the protocol to a client that cannot be served any more, if it can still be said. */
    void breakOff();
}
