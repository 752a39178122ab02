package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;

/** Leads to the client that a {@link Reply.Feed} goes to. Safe for several threads. */
public interface Outlet {

    /** Send more. */
    void send(Octets content);

    /** End the answer properly. */
    void end();

    /** Break the connection. */
    void breakOff();
}
