package io.github.postfixture.web.jetty;

/** Leads to the client of a WebSocket. Safe for several threads. */
public interface Wire {

    /** Send a message or a control frame; after a {@code CLOSE}, nothing more. */
    void send(WireFrame frame);

    /** Break the connection without a word. */
    void breakOff();
}
