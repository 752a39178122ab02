package io.github.postfixture.web;

import io.github.postfixture.timeline.Failure;

/**
 * On the timeline: what a fault was to run before a TLS handshake, and that failed, so that the connection was closed.
 *
 * @param cause what it threw
 */
record HandshakeFailure(Throwable cause) implements Failure {

    @Override
    public String toString() {
        return "what a fault ran before a TLS handshake failed: " + cause;
    }
}
