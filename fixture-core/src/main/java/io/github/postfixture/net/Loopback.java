package io.github.postfixture.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;

/**
 * The addresses of the loopback interface, whatever the JVM prefers.
 *
 * @hidden
 */
public final class Loopback {

    /** {@code 127.0.0.1}. */
    public static final InetAddress IPV4 = address(127, 0, 0, 1);

    /** {@code ::1}, which not every machine has, and not every JVM. */
    public static final InetAddress IPV6 = address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private Loopback() {}

    /**
     * Return whether the IPv6 address can be bound: it cannot on a machine without IPv6, nor in a JVM that runs with
     * {@code -Djava.net.preferIPv4Stack=true}.
     */
    public static boolean hasIpv6() {
        return Ipv6.IS_THERE;
    }

    /** Return the address for servers of one address: {@code 127.0.0.1}, or {@code ::1} on a machine that has no other. */
    public static InetAddress preferred() {
        return Preferred.ADDRESS;
    }

    private static boolean canBind(InetAddress address) {
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            channel.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException | UnsupportedAddressTypeException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static InetAddress address(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Ipv6 {
        static final boolean IS_THERE = canBind(IPV6);
    }

    private static final class Preferred {
        static final InetAddress ADDRESS = canBind(IPV4) || !hasIpv6() ? IPV4 : IPV6;
    }
}
