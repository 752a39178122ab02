package io.github.postfixture.web.engine;

import io.github.postfixture.tls.Handshake;
import java.util.Optional;

/**
 * The connection over which a request came, and its place there.
 *
 * @param protocol {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2.0}
 * @param connection the number of its connection at this host, from 1
 * @param stream its stream within the connection: with HTTP/2 the identifier of RFC 9113 section 5.1.1, before that
 *     the number of the request, from 1
 * @param handshake what TLS agreed upon, if the connection is secured
 * @param inherited whether the connection came for the host before at the same port
 */
public record Transport(
        String protocol, long connection, long stream, Optional<Handshake> handshake, boolean inherited) {

    /** Describe a connection that came for this host. */
    public Transport(String protocol, long connection, long stream, Optional<Handshake> handshake) {
        this(protocol, connection, stream, handshake, false);
    }
}
