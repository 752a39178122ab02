package io.github.postfixture.net;

import java.nio.channels.SocketChannel;

/** The tenant of ports behind which there is no server. */
final class Nobody implements Tenant {

    @Override
    public void enter(String protocol, SocketChannel channel) {
        Tenant.refuse(channel);
    }

    @Override
    public boolean isDone() {
        return true;
    }

    @Override
    public void moveOut(Tenant next) {
        // There is nothing to move.
    }

    @Override
    public void hear(String source, Object detail) {
        // There is nobody to tell.
    }
}
