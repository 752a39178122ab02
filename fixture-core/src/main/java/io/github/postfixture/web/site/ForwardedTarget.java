package io.github.postfixture.web.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Where a request goes that is passed on to another server.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class ForwardedTarget {

    /** What browsers send and {@link URI} refuses. */
    private static final Pattern ILLEGAL = Pattern.compile("[^!#-;=?-\\[\\]_a-z~]|%(?!\\p{XDigit}{2})");

    private ForwardedTarget() {}

    /**
     * Put a target behind the address of a server, whatever it looks like: resolved as a reference, one that begins with two
     * slashes would name another host.
     *
     * @param server the address of the server, with or without a slash at its end
     * @param target path and query, as sent
     * @throws IllegalArgumentException if the target is no path
     */
    public static URI at(URI server, String target) {
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("it is no path");
        }
        String root = server.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
                + ILLEGAL.matcher(target).replaceAll(illegal -> escaped(illegal.group())));
    }

    private static String escaped(String illegal) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : illegal.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format("%%%02X", octet));
        }
        return escaped.toString();
    }
}
