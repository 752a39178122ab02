package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;

/** Takes the content of a response that stays open to its client. Safe for use by several threads. */
public interface StreamSink {

    /** Send more. */
    void send(Octets content);

    /** End the response properly. */
    void end();

    /** Break the connection. */
    void breakOff();
}
