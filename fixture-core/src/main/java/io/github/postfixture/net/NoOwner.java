package io.github.postfixture.net;

import java.nio.channels.SocketChannel;

/** The tenant of ports behind which there is no server. */
final class NoOwner implements PortOwner {

    @Override
    public void enter(String protocol, SocketChannel channel) {
        PortOwner.refuse(channel);
    }

    @Override
    public boolean isDone() {
        return true;
    }

    @Override
    public void moveOut(PortOwner next) {
        // There is nothing to move.
    }

    @Override
    public void hear(String source, Object detail) {
        // There is nobody to tell.
    }
}
