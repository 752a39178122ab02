package io.github.postfixture.web.engine;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Handles the requests that arrive at the listeners of a host. Safe for use by several threads. */
public interface RequestHandler {

    /** How much of a response's body is kept if it has to be copied, in bytes. */
    int RECORDED_BODY = 1 << 20;

    /** Handle a request that has arrived to its end; must not block. */
    PendingExchange receive(RequestMessage message);

    /**
     * Handle a request whose head has arrived, and read its content while it arrives; nothing if the content is to be read to
     * its end first. Must not block.
     */
    Optional<PendingExchange> receive(RequestMessage head, Supplier<IncomingContent> content);

    /** Return the clock by which responses are dated. */
    InstantSource clock();

    /** Return whether to play, on CONNECT, whatever host is asked for. */
    boolean isProxy();

    /**
     * Take note that the connection of a client is broken, as the host closes.
     *
     * @param connection which connection, and what is going on there
     */
    void cutOff(String connection);

    /**
     * Return how a TLS handshake is to begin, which may meet a fault; must not block.
     *
     * @param name the host to which clients come that name none
     */
    HandshakeReply handshake(String name);

    /** Take note that what was to be done before a TLS handshake failed, and that the connection was closed. */
    void failed(Throwable failure);

    /** Return the answer to a request that cannot be understood; nothing for a line that says why. Must not block. */
    Optional<ResponseMessage> refusal(int status);

    /** Take note of a request that could not be understood, or of a connection that failed; must not block. */
    void refused(String reason);

    /** Take note of something else that whoever reads the timeline wants to know; must not block. */
    void tell(String remark);
}
