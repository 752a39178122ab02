package io.github.postfixture.net.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * To which hosts fixtures connect by themselves: to this machine, and to those that a test has named. Whatever opens a
 * connection asks here first, so that a test which follows what it finds in a mail or on a page does nothing out there.
 *
 * <p>A name leads to this machine if every address does that it resolves to: loopback addresses, and those of this
 * machine's network interfaces. {@link #connect} resolves a name once, and connects to the address that was checked. Whoever
 * only asks ({@link #check}, {@link #allows}) and leaves the connection to another library, as {@link OutwardClient} does to
 * that of the JDK, has the name resolved again: the JVM remembers for a while what it resolves to
 * ({@code networkaddress.cache.ttl}, 30 seconds by default), so that the answer is the same; where that time is set to 0, a
 * name whose address changes in between can lead elsewhere. Immutable, and safe for use by several threads.
 */
public final class ConnectionPolicy {

    /** This machine, and nothing else. */
    public static final ConnectionPolicy LOCAL = new ConnectionPolicy(List.of(), InetAddress::getAllByName);

    private final List<AllowedHost> hosts;
    private final Resolver resolver;

    ConnectionPolicy(List<AllowedHost> hosts, Resolver resolver) {
        this.hosts = List.copyOf(hosts);
        this.resolver = resolver;
    }

    /** Finds the addresses of a name, at least one; a literal address is its own, which nobody is asked for. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String name) throws UnknownHostException;
    }

    /**
     * Allow these hosts too.
     *
     * @param more names and addresses, such as {@code shop.example.org}; {@code *.example.org} stands for all names below
     * @throws IllegalArgumentException if one is none
     */
    public ConnectionPolicy allowing(String... more) {
        return and(Arrays.stream(more).map(AllowedHost::of).toList());
    }

    /** Allow a host that a test has named as an argument, whatever it is. */
    public ConnectionPolicy named(String host) {
        return and(List.of(AllowedHost.named(host)));
    }

    /** Allow what another policy allows, too. */
    public ConnectionPolicy and(ConnectionPolicy other) {
        return and(other.hosts);
    }

    private ConnectionPolicy and(List<AllowedHost> more) {
        List<AllowedHost> all = new ArrayList<>(hosts);
        all.addAll(more);
        return new ConnectionPolicy(all, resolver);
    }

    /**
     * Verify that a host may be connected to.
     *
     * @param host a name or an address, that of IPv6 with or without its brackets
     * @throws ForeignHostException if it may not
     */
    public void check(String host) throws ForeignHostException {
        if (!allows(host)) {
            throw new ForeignHostException(host);
        }
    }

    /**
     * Connect a socket to a host, at the address that was found to be allowed.
     *
     * @param timeout how long that may take
     * @throws ForeignHostException if the host may not be connected to
     * @throws IOException if it does not answer
     */
    public void connect(Socket socket, String host, int port, Duration timeout) throws IOException {
        String name = AllowedHost.normal(host);
        InetAddress[] addresses = resolver.resolve(name);
        if (!isAllowedByName(name) && !areAllowed(addresses)) {
            throw new ForeignHostException(host);
        }
        socket.connect(new InetSocketAddress(addresses[0], port), Math.toIntExact(timeout.toMillis()));
    }

    /** Return whether a host may be connected to; asks nobody about those that may by their names. */
    public boolean allows(String host) {
        String name = AllowedHost.normal(host);
        return isAllowedByName(name) || isAllowedByAddress(name);
    }

    private boolean isAllowedByName(String name) {
        return isLoopbackName(name) || isAllowed(name);
    }

    /** Return whether a name is one that never leads elsewhere (RFC 6761 section 6.3). */
    private static boolean isLoopbackName(String name) {
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    private boolean isAllowed(String name) {
        return hosts.stream().anyMatch(host -> host.matches(name));
    }

    private boolean isAllowedByAddress(String name) {
        try {
            return areAllowed(resolver.resolve(name));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean areAllowed(InetAddress... addresses) {
        return Arrays.stream(addresses)
                .allMatch(
                        address -> isOfThisMachine(address) || isAllowed(AllowedHost.normal(address.getHostAddress())));
    }

    private static boolean isOfThisMachine(InetAddress address) {
        return address.isLoopbackAddress() || address.isAnyLocalAddress() || isOfAnInterface(address);
    }

    private static boolean isOfAnInterface(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
