package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** How a client that wants TLS is to be met. */
public sealed interface HandshakeReply {

    /** Shake hands, as this context says. */
    record Secure(SSLContext context) implements HandshakeReply {}

    /** Wait, without holding a thread, and go on. */
    record Delayed(Duration delay, HandshakeReply then) implements HandshakeReply {}

    /** Do something on a thread that may block, and go on. */
    record Work(Runnable task, HandshakeReply then) implements HandshakeReply {}

    /** Say nothing, and keep the connection. */
    record Stall() implements HandshakeReply {}

    /** Close the connection and send nothing. */
    record Disconnect() implements HandshakeReply {}

    /** Break the connection, so that the client sees a reset. */
    record Reset() implements HandshakeReply {}

    /** Send these bytes, which are no TLS, and close the connection. */
    record Garbage(Octets bytes) implements HandshakeReply {}
}
