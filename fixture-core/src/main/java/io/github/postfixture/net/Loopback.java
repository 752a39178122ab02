package io.github.postfixture.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;

/** The addresses of the loopback interface, whatever the JVM prefers. */
public final class Loopback {

    /** {@code 127.0.0.1}. */
    public static final InetAddress IPV4 = address(127, 0, 0, 1);

    /** {@code ::1}, which not every machine has. */
    public static final InetAddress IPV6 = address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private Loopback() {}

    /** Return whether this machine has the IPv6 address. */
    public static boolean hasIpv6() {
        return Ipv6.IS_THERE;
    }

    private static boolean canBind(InetAddress address) {
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            channel.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException | UnsupportedOperationException e) {
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
}
