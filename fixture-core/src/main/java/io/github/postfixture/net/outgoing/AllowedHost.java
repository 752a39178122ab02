package io.github.postfixture.net.outgoing;

import io.github.postfixture.net.domain.DomainName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host, or all names below one.
 *
 * @param text the normal form of its name or address, or an asterisk and the normal form of a name with a dot in front
 */
record AllowedHost(String text) {

    private static final String ANY = "*";
    private static final Pattern ADDRESS = Pattern.compile("[\\p{XDigit}]*:[\\p{XDigit}:.]*:[\\p{XDigit}:.]*|[\\d.]+");
    private static final Pattern NAME =
            Pattern.compile("(?:\\*\\.)?[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]++)*+\\.?");

    static AllowedHost of(String written) {
        if (!ADDRESS.matcher(withoutBrackets(written)).matches()
                && !NAME.matcher(written).matches()) {
            throw new IllegalArgumentException("host (" + written + ") must be a name or an address, such as"
                    + " shop.example.org or *.example.org, without a scheme and a port");
        }
        return written.startsWith(ANY) ? new AllowedHost(ANY + normal(written.substring(1))) : named(written);
    }

    static AllowedHost named(String host) {
        return new AllowedHost(normal(host));
    }

    boolean matches(String name) {
        return text.startsWith(ANY) ? name.endsWith(text.substring(1)) : name.equals(text);
    }

    /** Return what all spellings of a host have in common. */
    static String normal(String host) {
        String bare = withoutBrackets(host).toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(bare).matches() ? normalAddress(bare) : normalName(bare);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Return the address as the JVM writes it, which asks nobody for literal addresses. */
    private static String normalAddress(String address) {
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String normalName(String name) {
        String absolute = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return DomainName.toAscii(absolute).orElseGet(() -> absolute.toLowerCase(Locale.ROOT));
    }
}
