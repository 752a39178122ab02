package io.github.postfixture.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of hosts, as they compare. */
final class HostName {

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private HostName() {}

    /** Return a host in lower case, without a port, and without the dot that may end a name (RFC 3986 section 3.2.2). */
    static String of(String authority) {
        String host = PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
