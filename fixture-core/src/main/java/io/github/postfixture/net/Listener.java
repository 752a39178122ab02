package io.github.postfixture.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Consumer;

/**
 * A bound socket that accepts connections until it is closed. Once {@link #close()} returns, its port is free.
 *
 * <p>Safe for use by several threads.
 */
public final class Listener implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final ServerSocketChannel channel;
    private final InetSocketAddress address;

    private Listener(ServerSocketChannel channel, InetSocketAddress address) {
        this.channel = channel;
        this.address = address;
    }

    /**
     * Bind an address and begin to accept.
     *
     * @param protocol what is spoken there, for the message of a bind that fails
     * @param address where to listen; port 0 for any free port
     * @param handler takes each accepted channel, in blocking mode, on the acceptor's thread; must not block
     * @throws BindFailedException if the address cannot be bound
     */
    public static Listener open(String protocol, InetSocketAddress address, Consumer<SocketChannel> handler) {
        try {
            return open(address, handler);
        } catch (IOException e) {
            throw new BindFailedException(protocol, address, e);
        }
    }

    private static Listener open(InetSocketAddress address, Consumer<SocketChannel> handler) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
            channel.configureBlocking(false);
            Acceptor.shared().register(channel, handler);
            return new Listener(channel, (InetSocketAddress) channel.getLocalAddress());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Return the address that is bound, with its real port. */
    public InetSocketAddress address() {
        return address;
    }

    /** Return the bound port. */
    public int port() {
        return address.getPort();
    }

    @Override
    public void close() {
        closeAll(List.of(this));
    }

    /** Close several listeners, in the time that one takes. */
    public static void closeAll(Iterable<Listener> listeners) {
        for (Listener listener : listeners) {
            listener.closeChannel();
        }
        Acceptor.shared().releaseClosed();
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + address, e);
        }
    }
}
