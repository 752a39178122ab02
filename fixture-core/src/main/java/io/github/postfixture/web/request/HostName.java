package io.github.postfixture.web.request;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The names of hosts, as they compare.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class HostName {

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private HostName() {}

    /** Return a host in lower case, without a port, and without the dot that may end a name (RFC 3986 section 3.2.2). */
    public static String of(String authority) {
        String host = PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
