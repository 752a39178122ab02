package io.github.postfixture.net;

import io.github.postfixture.concurrent.SharedResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A bound socket that accepts connections until it is closed. Once {@link #close()} returns, its port is free.
 *
 * <p>Safe for use by several threads.
 *
 * @hidden
 */
public final class Listener implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final String WITHOUT_IPV6 =
            "this machine has no IPv6, or this JVM runs with -Djava.net.preferIPv4Stack=true";

    /** How many listeners there are at each port: one that knows IPv4 and IPv6 has two. */
    private static final Map<Integer, Integer> PORTS = new ConcurrentHashMap<>();

    private final ServerSocketChannel channel;
    private final InetSocketAddress address;

    private Listener(ServerSocketChannel channel, InetSocketAddress address) {
        this.channel = channel;
        this.address = address;
        PORTS.merge(address.getPort(), 1, Integer::sum);
    }

    /** Return whether a listener of this JVM has this port. */
    public static boolean isAt(int port) {
        return PORTS.containsKey(port);
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
        Listener listener = prepare(protocol, address, handler);
        Acceptor.wakeUp();
        return listener;
    }

    /**
     * Bind an IPv4 address, and an IPv6 address at the same port, in little more time than one takes.
     *
     * @throws BindFailedException if one cannot be bound
     */
    public static List<Listener> openTwins(
            String protocol, InetSocketAddress ipv4, InetAddress ipv6, Consumer<SocketChannel> handler) {
        Listener first = prepare(protocol, ipv4, handler);
        try {
            Listener second = prepare(protocol, new InetSocketAddress(ipv6, first.port()), handler);
            Acceptor.wakeUp();
            return List.of(first, second);
        } catch (BindFailedException e) {
            first.close();
            throw e;
        }
    }

    private static Listener prepare(String protocol, InetSocketAddress address, Consumer<SocketChannel> handler) {
        try {
            return prepare(address, handler);
        } catch (IOException e) {
            throw new BindFailedException(protocol, address, e);
        } catch (UnsupportedAddressTypeException e) {
            throw new BindFailedException(protocol, address, new IOException(WITHOUT_IPV6, e));
        }
    }

    private static Listener prepare(InetSocketAddress address, Consumer<SocketChannel> handler) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
            channel.configureBlocking(false);
            Acceptor.register(channel, handler);
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
        Acceptor.releaseClosed();
    }

    /**
     * Stop what all fixtures of this JVM share, if none listens any more. A run of tests ends with this, so that a JVM that
     * lives on, with other class loaders perhaps, keeps no thread of ours.
     */
    public static void retire() {
        List<Runnable> stops = new ArrayList<>();
        Acceptor.retire(() -> stops.addAll(SharedResource.takeAll()));
        stops.forEach(Runnable::run);
    }

    private void closeChannel() {
        if (!channel.isOpen()) {
            return;
        }
        PORTS.computeIfPresent(port(), (port, count) -> count == 1 ? null : count - 1);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + address, e);
        }
    }
}
