package io.github.postfixture.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a server is: the address that it binds, and the name by which others are to find it.
 *
 * @param address what to bind; nothing for the loopback interface
 * @param name the name or address for others; nothing for that of the address
 * @hidden
 */
public record BindAddress(Optional<InetAddress> address, Optional<String> name) {

    /** The loopback interface, by its usual names. */
    public static final BindAddress LOOPBACK = new BindAddress(Optional.empty(), Optional.empty());

    private static final Pattern NAME = Pattern.compile("[\\w.-]+|[\\p{XDigit}]*:[\\p{XDigit}:.]*:[\\p{XDigit}:.]*");

    /** Return the same with this address. */
    public BindAddress at(InetAddress newAddress) {
        return new BindAddress(Optional.of(newAddress), name);
    }

    /**
     * Return the same with this address.
     *
     * @throws IllegalArgumentException if it cannot be resolved
     */
    public BindAddress at(String newAddress) {
        try {
            return at(InetAddress.getByName(newAddress));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address (" + newAddress + ") must be an address of this machine", e);
        }
    }

    /**
     * Return the same with this name.
     *
     * @throws IllegalArgumentException if it is neither a name nor an address
     */
    public BindAddress advertisedAs(String newName) {
        if (!NAME.matcher(newName).matches()) {
            throw new IllegalArgumentException(
                    "host (" + newName + ") must be a name or an address, without a scheme and a port");
        }
        return new BindAddress(address, Optional.of(newName));
    }

    /**
     * Return the name by which others find the server.
     *
     * @param local its name on this machine
     */
    public String host(String local) {
        return name.orElseGet(() -> address.filter(bound -> !bound.isAnyLocalAddress())
                .map(InetAddress::getHostAddress)
                .orElse(local));
    }
}
