package io.github.postfixture.web.jetty;

/** Feeds an answer that stays open. */
public interface Feeder {

    /** Begin: what is sent goes through the outlet. May block. */
    void open(Outlet outlet);

    /** Take note that no more can be sent, as the answer has ended or the client has gone; must not block. */
    void end();
}
