package io.github.postfixture.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * Who answers at the ports of a {@link Reservation}. Safe for use by several threads.
 *
 * @hidden
 */
public interface PortOwner {

    /** Take over an accepted connection; must not block. A protocol that is not spoken here ends it. */
    void enter(String protocol, SocketChannel channel);

    /** Take from the tenant before what is of use; it is still the one who answers. */
    default void moveIn(PortOwner previous) {}

    /** Return whether the tenant is done, and stays only until the next one comes. */
    boolean isDone();

    /** Take note that the ports are about to close: what is answered from now on is the last on its connection. */
    default void willClose() {}

    /** End what is left of the connections, and let the next tenant know what they still bring. */
    void moveOut(PortOwner next);

    /**
     * Hear of something that was meant for the tenant before.
     *
     * @param source who tells it, such as {@code smtp}
     * @param detail what came
     */
    void hear(String source, Object detail);

    /** End a connection that nobody wants. */
    static void refuse(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is all that was wanted.
        }
    }
}
